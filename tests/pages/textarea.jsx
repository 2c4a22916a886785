import { useState } from "react";
import { RestoreDialog, show } from "./restore-dialog.jsx";

function TextAreaForm() {
  const [text, setText] = useState("");
  return (
    <RestoreDialog digits={text.replace(/\s/g, "")}>
      <label>
        64-digit encryption key
        <textarea className="wide" rows={4} value={text} onChange={(e) => setText(e.target.value)} />
      </label>
    </RestoreDialog>
  );
}

export function mount(root) {
  show(root, <TextAreaForm />);
}
