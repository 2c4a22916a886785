import { Field } from "@base-ui-components/react/field";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <Field.Control className="wide" value={value} onValueChange={change} />
    </Field.Root>
  );
});
