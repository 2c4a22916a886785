import * as ambiguous from "./ambiguous.jsx";
import * as boxes16 from "./boxes16.jsx";
import * as boxes64 from "./boxes64.jsx";
import * as buttonDisabled from "./button-disabled.jsx";
import * as late from "./late.jsx";
import * as refuses from "./refuses.jsx";
import * as rerender from "./rerender.jsx";
import * as single from "./single.jsx";
import * as textarea from "./textarea.jsx";

const pages = {
  ambiguous,
  boxes16,
  boxes64,
  "button-disabled": buttonDisabled,
  late,
  refuses,
  rerender,
  single,
  textarea,
};

pages[document.body.dataset.page].mount(document.getElementById("root"));
