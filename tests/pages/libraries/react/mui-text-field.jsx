import TextField from "@mui/material/TextField";
import { reactPage, useKey } from "./page.jsx";

/** Its label floats over the field until there is text. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return <TextField label={label} fullWidth value={value} onChange={(event) => change(event.target.value)} />;
});
