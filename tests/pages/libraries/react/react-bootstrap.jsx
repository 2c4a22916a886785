import FloatingLabel from "react-bootstrap/FloatingLabel";
import Form from "react-bootstrap/Form";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <FloatingLabel controlId="key" label={label}>
      <Form.Control
        className="wide"
        placeholder="…"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </FloatingLabel>
  );
});
