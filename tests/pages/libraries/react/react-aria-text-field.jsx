import { Input, Label, TextField } from "react-aria-components";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <TextField value={value} onChange={change}>
      <Label>{label}</Label>
      <Input className="wide" />
    </TextField>
  );
});
