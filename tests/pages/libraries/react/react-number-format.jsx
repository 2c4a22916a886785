import { NumberFormatBase } from "react-number-format";
import { reactPage } from "./page.jsx";

const clean = (text) =>
  text
    .toLowerCase()
    .replace(/[^0-9a-f]/g, "")
    .slice(0, 64);
const format = (text) => clean(text).replace(/(.{4})(?=.)/g, "$1-");

/** A formatter that keeps the caret and sets dashes. */
reactPage(({ label, setKey }) => (
  <label>
    {label}
    <NumberFormatBase
      className="wide"
      format={format}
      removeFormatting={clean}
      isValidInputCharacter={(character) => /[0-9a-f]/i.test(character)}
      getCaretBoundary={(text) => Array(text.length + 1).fill(true)}
      inputMode="text"
      onValueChange={({ value }) => setKey(value)}
    />
  </label>
));
