import { Form, FormInput, FormLabel, FormProvider, useFormStore } from "@ariakit/react";
import { useEffect } from "react";
import { reactPage } from "../react/page.jsx";

/** A form's store that holds the value. */
reactPage(({ label, setKey }) => {
  const form = useFormStore({ defaultValues: { secret: "" } });
  const value = form.useValue(form.names.secret);
  useEffect(() => setKey(value), [setKey, value]);
  return (
    <FormProvider store={form}>
      <Form store={form}>
        <FormLabel name={form.names.secret}>{label}</FormLabel>
        <FormInput name={form.names.secret} className="wide" required />
      </Form>
    </FormProvider>
  );
});
