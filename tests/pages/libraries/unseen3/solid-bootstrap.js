import { FloatingLabel, FormControl } from "solid-bootstrap";
import { createSignal } from "solid-js";
import { createComponent, render } from "solid-js/web";
import { restorePage } from "../frame.js";
import "bootstrap/dist/css/bootstrap.css";

/** Bootstrap's field under a floating label, valid or not as it goes. Written as Solid compiles JSX. */
restorePage(({ place, label, setKey }) => {
  const [value, setValue] = createSignal("");
  const change = (text) => {
    setValue(text);
    setKey(text);
  };
  const Form = () =>
    createComponent(FloatingLabel, {
      controlId: "key",
      label,
      get children() {
        return createComponent(FormControl, {
          type: "text",
          placeholder: label,
          onInput: (event) => change(event.currentTarget.value),
          get value() {
            return value();
          },
          get isInvalid() {
            return /[^0-9a-f]/.test(value());
          },
        });
      },
    });
  render(() => createComponent(Form, {}), place);
});
