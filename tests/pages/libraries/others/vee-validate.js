import { Field, Form } from "vee-validate";
import { createApp, h } from "vue";
import { restorePage } from "../frame.js";

/** Takes the value over when the field is left, and only once its asynchronous rule has passed. */
restorePage(({ place, label, setKey }) => {
  const rule = async (value) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!/^[0-9a-f]{64}$/.test(value ?? "")) return "64 digits";
    setKey(value);
    return true;
  };
  const options = { name: "key", rules: rule, validateOnInput: false, validateOnModelUpdate: false };
  createApp({
    render: () =>
      h(Form, {}, () =>
        h("label", {}, [label, h(Field, { ...options, validateOnBlur: true, class: "wide" })]),
      ),
  }).mount(place);
});
