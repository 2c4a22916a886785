import { InputMask } from "@react-input/mask";
import { reactPage, useKey } from "../react/page.jsx";

const MASK = Array(16).fill("____").join(" ");

/** A mask that shows where digits are missing as soon as there is one, and is held by the application. */
reactPage(({ label, setKey }) => {
  const [value, change] = useKey(setKey);
  return (
    <label>
      {label}
      <InputMask
        className="wide"
        mask={MASK}
        replacement={{ _: /[0-9a-f]/i }}
        showMask
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
});
