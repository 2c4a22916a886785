import { defaultTheme, Provider, TextArea } from "@adobe/react-spectrum";
import { reactPage, useKey } from "../react/page.jsx";

/** A text area with a label above and a description below. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Provider theme={defaultTheme} colorScheme="light">
      <TextArea
        label={label}
        description="Spaces are fine."
        width="100%"
        isRequired
        value={value}
        onChange={change}
      />
    </Provider>
  );
});
