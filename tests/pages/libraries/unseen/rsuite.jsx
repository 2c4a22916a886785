import { Form, Input, InputGroup } from "rsuite";
import { reactPage, useKey } from "../react/page.jsx";
import "rsuite/dist/rsuite.css";

/** A group of a sign, the field, and a button that clears it. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Form.Stack fluid>
      <Form.Group controlId="key">
        <Form.Label>{label}</Form.Label>
        <InputGroup inside>
          <InputGroup.Addon>#</InputGroup.Addon>
          <Input id="key" value={value} onChange={change} />
          <InputGroup.Button onClick={() => change("")}>Clear</InputGroup.Button>
        </InputGroup>
      </Form.Group>
    </Form.Stack>
  );
});
