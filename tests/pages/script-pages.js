import * as bare from "./bare.js";
import * as beforeInput from "./before-input.js";
import * as busy from "./busy.js";
import * as chat from "./chat.js";
import * as focusThief from "./focus-thief.js";
import * as foe from "./foe.js";
import * as framed from "./framed.js";
import * as hidden from "./hidden.js";
import * as hostile from "./hostile.js";
import * as language from "./language.js";
import * as negatives from "./negatives.js";
import * as ordinary from "./ordinary.js";
import * as ownLabel from "./own-label.js";
import * as plain from "./plain.js";
import * as shownKey from "./shown-key.js";
import * as sideways from "./sideways.js";
import * as swap from "./swap.js";

const pages = {
  bare,
  "before-input": beforeInput,
  busy,
  chat,
  "focus-thief": focusThief,
  foe,
  framed,
  hidden,
  hostile,
  language,
  negatives,
  ordinary,
  "own-label": ownLabel,
  plain,
  "shown-key": shownKey,
  sideways,
  swap,
};

pages[document.body.dataset.page].mount(document.getElementById("root"));
