import { OTPInput, REGEXP_ONLY_DIGITS_AND_CHARS } from "input-otp";
import { reactPage, useKey } from "./page.jsx";

/** One transparent input over 64 drawn slots, which the library marks as a one-time code. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <OTPInput
      aria-label={label}
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
});
