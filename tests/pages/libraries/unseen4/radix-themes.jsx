import { Flex, Text, TextField, Theme } from "@radix-ui/themes";
import { reactPage, useKey } from "../react/page.jsx";
import "@radix-ui/themes/styles.css";

/** A field in a box that draws the border, with its label's text around both. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <Theme style={{ minHeight: "auto" }}>
      <Flex direction="column" gap="3">
        <label>
          <Text as="div" size="2" mb="1" weight="bold">
            {label}
          </Text>
          <TextField.Root
            value={value}
            placeholder="0123 4567 89ab cdef"
            onChange={(event) => change(event.target.value)}
          />
        </label>
      </Flex>
    </Theme>
  );
});
