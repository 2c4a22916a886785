import { Label, TextInput } from "flowbite-react";
import { reactPage, useKey } from "../react/page.jsx";

/** A label beside its field, with text after both. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <div>
      <Label htmlFor="flow">{label}</Label>
      <TextInput
        id="flow"
        type="text"
        required
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
});
