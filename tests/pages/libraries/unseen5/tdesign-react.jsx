import { Form, Textarea } from "tdesign-react";
import { reactPage, useKey } from "../react/page.jsx";
import "tdesign-react/es/style/index.css";

/** An area in a form of the library, with a count below. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Form labelAlign="top">
      <Form.FormItem label={label}>
        <Textarea value={value} onChange={change} maxlength={79} placeholder="0123-4567-89ab-…" />
      </Form.FormItem>
    </Form>
  );
});
