import { Field, Form, FormSpy } from "react-final-form";
import { reactPage } from "../react/page.jsx";

const PLACES = Array.from({ length: 16 }, (_, index) => `part${index}`);

/** Sixteen fields of one form's state. */
reactPage(({ label, setKey }) => (
  <Form onSubmit={() => undefined}>
    {({ handleSubmit }) => (
      <form onSubmit={handleSubmit}>
        <FormSpy
          subscription={{ values: true }}
          onChange={({ values }) => setKey(PLACES.map((name) => values[name] ?? "").join(""))}
        />
        <fieldset className="boxes by16">
          <legend>{label}</legend>
          {PLACES.map((name) => (
            <Field key={name} name={name} component="input" type="text" maxLength={4} />
          ))}
        </fieldset>
      </form>
    )}
  </Form>
));
