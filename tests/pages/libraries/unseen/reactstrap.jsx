import { FormGroup, Input, Label } from "reactstrap";
import { reactPage, useKey } from "../react/page.jsx";
import "bootstrap/dist/css/bootstrap.css";

/** A text area of Bootstrap's under a floating label, which needs a placeholder. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <FormGroup floating>
      <Input
        id="key"
        name="key"
        type="textarea"
        placeholder={label}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
      <Label for="key">{label}</Label>
    </FormGroup>
  );
});
