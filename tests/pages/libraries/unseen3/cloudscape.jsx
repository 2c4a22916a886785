import "@cloudscape-design/global-styles/index.css";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { reactPage, useKey } from "../react/page.jsx";

/** A field with a description above, and below a count or what is wrong. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <FormField
      label={label}
      description="It was shown once, when the backup was made."
      constraintText={`${value.length} of 64 digits`}
      errorText={value.length > 64 ? "This key is too long." : ""}
      stretch
    >
      <Input value={value} spellcheck={false} onChange={({ detail }) => change(detail.value)} />
    </FormField>
  );
});
