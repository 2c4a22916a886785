import { BaseStyles, FormControl, TextInput, ThemeProvider } from "@primer/react";
import { reactPage, useKey } from "../react/page.jsx";
import "@primer/primitives/dist/css/primitives.css";
import "@primer/primitives/dist/css/functional/themes/light.css";

/** A required field with a caption under it and a count of what may follow. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <ThemeProvider>
      <BaseStyles>
        <FormControl required>
          <FormControl.Label>{label}</FormControl.Label>
          <TextInput
            block
            monospace
            value={value}
            onChange={(event) => change(event.target.value)}
            leadingVisual="#"
            characterLimit={64}
          />
          <FormControl.Caption>Only the letters a to f and digits.</FormControl.Caption>
        </FormControl>
      </BaseStyles>
    </ThemeProvider>
  );
});
