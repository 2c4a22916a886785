import { Field, Input, Label } from "@headlessui/react";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Field>
      <Label>{label}</Label>
      <Input className="wide" value={value} onChange={(event) => change(event.target.value)} />
    </Field>
  );
});
