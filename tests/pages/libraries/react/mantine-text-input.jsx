import { MantineProvider, TextInput } from "@mantine/core";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <MantineProvider>
      <TextInput label={label} value={value} onChange={(event) => change(event.currentTarget.value)} />
    </MantineProvider>
  );
});
