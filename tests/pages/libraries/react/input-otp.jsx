import { OTPInput, REGEXP_ONLY_DIGITS_AND_CHARS } from "input-otp";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { restorePage } from "../frame.js";

/** One transparent input over 64 drawn slots. */
function Form({ label, setKey }) {
  const [value, setValue] = useState("");
  const change = (text) => {
    setValue(text);
    setKey(text);
  };
  return (
    <OTPInput
      aria-label={label}
      autoComplete="off"
      maxLength={64}
      pattern={REGEXP_ONLY_DIGITS_AND_CHARS}
      inputMode="text"
      value={value}
      onChange={change}
      render={({ slots }) => (
        <div className="slots">
          {slots.map((slot, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the slots never move
            <span key={index}>{slot.char ?? "·"}</span>
          ))}
        </div>
      )}
    />
  );
}

restorePage(({ place, ...rest }) => createRoot(place).render(<Form {...rest} />));
