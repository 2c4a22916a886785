import { useState } from "react";
import { option } from "./app-state.js";
import { RestoreDialog, show } from "./restore-dialog.jsx";

const LATER_MS = 10;

/** The page changes what was filled: `?how=cut` keeps 40 characters at once, `?how=later` a moment after. */
function RefusingForm({ how }) {
  const [text, setText] = useState("");
  const cut = (value) => value.slice(0, 40);
  const change = (value) => {
    setText(how === "cut" ? cut(value) : value);
    if (how === "later") setTimeout(() => setText(cut), LATER_MS);
  };
  return (
    <RestoreDialog digits={text}>
      <label>
        64-digit encryption key
        <input className="wide" type="text" value={text} onChange={(e) => change(e.target.value)} />
      </label>
    </RestoreDialog>
  );
}

export function mount(root) {
  show(root, <RefusingForm how={option("how", "cut")} />);
}
