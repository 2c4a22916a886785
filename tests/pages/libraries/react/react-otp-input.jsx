import OtpInput from "react-otp-input";
import { reactPage, useKey } from "./page.jsx";

reactPage(({ setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <OtpInput
      value={value}
      onChange={change}
      numInputs={64}
      containerStyle={{ flexWrap: "wrap" }}
      inputStyle={{ width: "1.8em", flex: "none" }}
      renderInput={({ autoComplete: _, ...props }) => <input {...props} />}
    />
  );
});
