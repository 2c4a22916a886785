import { MuiOtpInput } from "mui-one-time-password-input";
import { reactPage, useKey } from "../react/page.jsx";

/** 64 of Material UI's fields, which hand on what is pasted into any of them. */
reactPage(({ setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <MuiOtpInput
      length={64}
      value={value}
      onChange={change}
      gap="4px"
      TextFieldsProps={{ size: "small" }}
      sx={{ display: "grid", gridTemplateColumns: "repeat(8, 1fr)" }}
    />
  );
});
