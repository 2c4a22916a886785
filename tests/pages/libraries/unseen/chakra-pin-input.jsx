import { ChakraProvider, defaultSystem, PinInput } from "@chakra-ui/react";
import { reactPage } from "../react/page.jsx";

const INDEXES = [...Array(64).keys()];

/** 64 boxes beside a hidden field that carries the whole value with the form. */
reactPage(({ label, setKey }) => (
  <ChakraProvider value={defaultSystem}>
    <PinInput.Root
      count={64}
      size="2xs"
      type="alphanumeric"
      placeholder=""
      onValueChange={({ value }) => setKey(value.join(""))}
    >
      <PinInput.Label>{label}</PinInput.Label>
      <PinInput.HiddenInput />
      <PinInput.Control flexWrap="wrap" gap="1">
        {INDEXES.map((index) => (
          <PinInput.Input key={index} index={index} />
        ))}
      </PinInput.Control>
    </PinInput.Root>
  </ChakraProvider>
));
