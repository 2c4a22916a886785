import Module from "react-verification-input";
import { reactPage, useKey } from "../react/page.jsx";

// Published as CommonJS: its default export is a property of what is imported.
const { default: VerificationInput } = Module;

/** One field, over which 64 boxes are drawn. */
reactPage(({ setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <VerificationInput
      length={64}
      validChars="0-9a-f"
      placeholder=""
      value={value}
      onChange={change}
      classNames={{ container: "boxes by16" }}
      containerProps={{ style: { width: "100%", height: 140 } }}
    />
  );
});
