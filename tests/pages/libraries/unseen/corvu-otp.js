import OtpField from "@corvu/otp-field";
import { createSignal } from "solid-js";
import { createComponent, insert, render } from "solid-js/web";
import { restorePage } from "../frame.js";

const INDEXES = [...Array(64).keys()];

/** One field over 64 slots that show what stands in it. Written as Solid compiles JSX. */
restorePage(({ place, setKey }) => {
  const [value, setValue] = createSignal("");
  const change = (text) => {
    setValue(text);
    setKey(text);
  };
  const Slots = () => {
    const context = OtpField.useContext();
    return INDEXES.map((index) => {
      const slot = document.createElement("span");
      slot.style.cssText = "display: inline-block; width: 1.2em; border-bottom: 1px solid; margin: 2px";
      insert(slot, () => context.value()[index] ?? "\u00a0");
      return slot;
    });
  };
  const Form = () =>
    createComponent(OtpField, {
      maxLength: 64,
      class: "slots",
      onValueChange: change,
      get value() {
        return value();
      },
      get children() {
        return [
          createComponent(OtpField.Input, { "aria-label": "Key", pattern: null, inputMode: "text" }),
          createComponent(Slots, {}),
        ];
      },
    });
  render(() => createComponent(Form, {}), place);
});
