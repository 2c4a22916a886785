import * as ambiguous from "./ambiguous.jsx";
import * as bare from "./bare.js";
import * as boxes16 from "./boxes16.jsx";
import * as boxes64 from "./boxes64.jsx";
import * as busy from "./busy.js";
import * as buttonDisabled from "./button-disabled.jsx";
import * as chat from "./chat.js";
import * as focusThief from "./focus-thief.js";
import * as foe from "./foe.js";
import * as framed from "./framed.js";
import * as hidden from "./hidden.js";
import * as hostile from "./hostile.js";
import * as language from "./language.js";
import * as late from "./late.jsx";
import * as negatives from "./negatives.js";
import * as ordinary from "./ordinary.js";
import * as plain from "./plain.js";
import * as refuses from "./refuses.jsx";
import * as rerender from "./rerender.jsx";
import * as shownKey from "./shown-key.js";
import * as single from "./single.jsx";
import * as swap from "./swap.js";
import * as textarea from "./textarea.jsx";

const pages = {
  single,
  textarea,
  boxes16,
  boxes64,
  late,
  rerender,
  plain,
  refuses,
  "button-disabled": buttonDisabled,
  ambiguous,
  negatives,
  ordinary,
  hidden,
  framed,
  "focus-thief": focusThief,
  swap,
  hostile,
  bare,
  language,
  "shown-key": shownKey,
  busy,
  chat,
  foe,
};

pages[document.body.dataset.page].mount(document.getElementById("root"));
