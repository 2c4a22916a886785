import { Description, Label, TextArea, TextField } from "@heroui/react";
import { reactPage, useKey } from "../react/page.jsx";
import "../../node_modules/@heroui/styles/dist/heroui.min.css";
import "./layered.css";

/** A text area that a field around it connects with a label and a description. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <TextField fullWidth isRequired name="key" value={value} onChange={change}>
      <Label>{label}</Label>
      <TextArea rows={3} placeholder="Paste it here" />
      <Description>Everything stays on this computer.</Description>
    </TextField>
  );
});
