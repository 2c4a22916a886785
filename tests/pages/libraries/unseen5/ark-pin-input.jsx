import { PinInput } from "@ark-ui/react/pin-input";
import { reactPage } from "../react/page.jsx";

/** 64 boxes without a style of their own. */
reactPage(({ label, setKey }) => (
  <PinInput.Root type="alphanumeric" count={64} onValueChange={({ valueAsString }) => setKey(valueAsString)}>
    <PinInput.Label>{label}</PinInput.Label>
    <PinInput.Control className="boxes by16">
      {Array.from({ length: 64 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: boxes never change places
        <PinInput.Input key={index} index={index} />
      ))}
    </PinInput.Control>
    <PinInput.HiddenInput />
  </PinInput.Root>
));
