import { IMaskInput } from "react-imask";
import { reactPage } from "./page.jsx";

/** A mask that sets a space after each group of four. */
const MASK = Array(16).fill("hhhh").join(" ");

reactPage(({ label, setKey }) => (
  <label>
    {label}
    <IMaskInput className="wide" mask={MASK} definitions={{ h: /[0-9a-f]/ }} unmask onAccept={setKey} />
  </label>
));
