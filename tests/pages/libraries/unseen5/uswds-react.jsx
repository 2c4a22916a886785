import { CharacterCount, FormGroup, Label } from "@trussworks/react-uswds";
import { reactPage, useKey } from "../react/page.jsx";
import "@trussworks/react-uswds/lib/uswds.css";
import "@trussworks/react-uswds/lib/index.css";

/** An area that says how many characters are left. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <FormGroup>
      <Label htmlFor="code">{label}</Label>
      <CharacterCount
        id="code"
        name="code"
        maxLength={64}
        isTextArea
        rows={2}
        defaultValue={value}
        onChange={(event) => change(event.target.value)}
      />
    </FormGroup>
  );
});
