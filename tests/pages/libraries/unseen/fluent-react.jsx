import { Button, Field, FluentProvider, Input, webLightTheme } from "@fluentui/react-components";
import { reactPage, useKey } from "../react/page.jsx";

/** Its field gives it the label and a hint; a button that clears it stands inside. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <FluentProvider theme={webLightTheme}>
      <Field label={label} hint="0–9 and a–f" required>
        <Input
          value={value}
          onChange={(_, data) => change(data.value)}
          contentAfter={
            <Button appearance="transparent" size="small" aria-label="Clear" onClick={() => change("")}>
              ✕
            </Button>
          }
        />
      </Field>
    </FluentProvider>
  );
});
