import { useState } from "react";
import { RestoreDialog, show } from "./restore-dialog.jsx";

export function SingleForm({ asleep }) {
  const [text, setText] = useState("");
  return (
    <RestoreDialog digits={text} asleep={asleep}>
      <label>
        64-digit encryption key
        <input className="wide" type="text" value={text} onChange={(e) => setText(e.target.value)} />
      </label>
    </RestoreDialog>
  );
}

export function mount(root) {
  show(root, <SingleForm />);
}
