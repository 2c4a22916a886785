import { MantineProvider, PinInput } from "@mantine/core";
import { reactPage, useKey } from "./page.jsx";

/** 64 boxes of one character. */
reactPage(({ setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <MantineProvider>
      <PinInput
        length={64}
        type="alphanumeric"
        oneTimeCode={false}
        value={value}
        onChange={change}
        gap={2}
        styles={{ root: { display: "flex", flexWrap: "wrap" }, input: { width: "1.6em" } }}
        size="xs"
      />
    </MantineProvider>
  );
});
