import { TextField } from "@kobalte/core/text-field";
import { createSignal } from "solid-js";
import { createComponent, render } from "solid-js/web";
import { restorePage } from "../frame.js";

/** A text area that grows, with its label and a description. Written as Solid compiles JSX. */
restorePage(({ place, label, setKey }) => {
  const [value, setValue] = createSignal("");
  const change = (text) => {
    setValue(text);
    setKey(text);
  };
  const Form = () =>
    createComponent(TextField, {
      onChange: change,
      get value() {
        return value();
      },
      get children() {
        return [
          createComponent(TextField.Label, { children: label }),
          createComponent(TextField.TextArea, { class: "wide", autoResize: true }),
          createComponent(TextField.Description, { children: "Spaces and dashes are ignored." }),
        ];
      },
    });
  render(() => createComponent(Form, {}), place);
});
