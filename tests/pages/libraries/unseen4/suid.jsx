import { TextField } from "@suid/material";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { restorePage } from "../frame.js";

/** Material's outlined field as Solid draws it, with a label that floats into the outline. */
restorePage(({ place, label, setKey }) => {
  const [value, setValue] = createSignal("");
  const change = (_event, text) => {
    setValue(text);
    setKey(text);
  };
  render(
    () => (
      <TextField
        fullWidth
        label={label}
        value={value()}
        onChange={change}
        helperText={`${value().length} / 64`}
      />
    ),
    place,
  );
});
