import { unstable_OneTimePasswordField as Otp } from "radix-ui";
import { reactPage, useKey } from "./page.jsx";

/** 64 boxes, one hidden input with the whole. */
reactPage(({ setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Otp.Root
      className="boxes by16"
      autoComplete="off"
      validationType="alphanumeric"
      value={value}
      onValueChange={change}
    >
      {Array.from({ length: 64 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the boxes never move
        <Otp.Input key={index} />
      ))}
      <Otp.HiddenInput />
    </Otp.Root>
  );
});
