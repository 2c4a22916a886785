import { FloatLabel } from "primereact/floatlabel";
import { Password } from "primereact/password";
import { reactPage, useKey } from "../react/page.jsx";
import "primereact/resources/themes/lara-light-blue/theme.css";

/** Covered until its eye is pressed, under a label that floats. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <FloatLabel>
      <Password
        inputId="key"
        value={value}
        onChange={(event) => change(event.target.value)}
        feedback={false}
        toggleMask
      />
      <label htmlFor="key">{label}</label>
    </FloatLabel>
  );
});
