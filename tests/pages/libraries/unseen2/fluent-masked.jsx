import { MaskedTextField } from "@fluentui/react/lib/TextField";
import { reactPage } from "../react/page.jsx";

const MASK = Array(16).fill("hhhh").join(" ");
const FORMAT = { h: /[0-9a-f]/ };

/** The whole mask stands in the field from the start, with a line for each digit that is missing. */
reactPage(({ label, setKey }) => (
  <MaskedTextField label={label} mask={MASK} maskFormat={FORMAT} onChange={(_, text) => setKey(text)} />
));
