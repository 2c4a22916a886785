import { TextInput } from "@carbon/react";
import { reactPage, useKey } from "../react/page.jsx";
import "@carbon/styles/css/styles.css";

/** A counter above the field. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <TextInput
      id="carbon-key"
      labelText={label}
      helperText="Letters a to f and digits"
      enableCounter
      maxCount={64}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );
});
