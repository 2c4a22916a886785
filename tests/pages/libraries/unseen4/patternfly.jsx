import { Form } from "@patternfly/react-core/dist/esm/components/Form/Form";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/FormGroup";
import { FormHelperText } from "@patternfly/react-core/dist/esm/components/Form/FormHelperText";
import { HelperText } from "@patternfly/react-core/dist/esm/components/HelperText/HelperText";
import { HelperTextItem } from "@patternfly/react-core/dist/esm/components/HelperText/HelperTextItem";
import { TextArea } from "@patternfly/react-core/dist/esm/components/TextArea/TextArea";
import { reactPage, useKey } from "../react/page.jsx";
import "@patternfly/react-core/dist/styles/base.css";
import "./patternfly.css";

/** A text area that is as high as its text, and says below whether it holds a key yet. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  const valid = /^[0-9a-f\s]*$/.test(value);
  return (
    <Form>
      <FormGroup label={label} fieldId="restore-key" isRequired>
        <TextArea
          id="restore-key"
          name="restore-key"
          value={value}
          onChange={(_event, text) => change(text)}
          validated={valid ? "default" : "error"}
          isRequired
          autoResize
          resizeOrientation="vertical"
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem variant={valid ? "default" : "error"}>
              {valid ? "In groups or in one piece" : "No key has such a letter"}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Form>
  );
});
