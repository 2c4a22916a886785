import { useState } from "react";
import { RestoreDialog, show } from "./restore-dialog.jsx";

function Twin() {
  const [text, setText] = useState("");
  return (
    <RestoreDialog digits={text} modal={false}>
      <label>
        64-digit encryption key
        <input className="wide" type="text" value={text} onChange={(e) => setText(e.target.value)} />
      </label>
    </RestoreDialog>
  );
}

/** Two forms that look alike. */
export function mount(root) {
  show(
    root,
    <>
      <Twin />
      <Twin />
    </>,
  );
}
