import { useState } from "react";
import { createRoot } from "react-dom/client";
import { restorePage } from "../frame.js";

/** `Form` gets `label` and `setKey`. */
export function reactPage(Form) {
  restorePage(({ place, ...props }) => createRoot(place).render(<Form {...props} />));
}

/** One value of the application's own, told on with every change. */
export function useKey(setKey) {
  const [value, setValue] = useState("");
  const change = (text) => {
    setValue(text);
    setKey(text);
  };
  return [value, change];
}
