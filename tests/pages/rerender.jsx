import { useEffect, useRef, useState } from "react";
import { note, option } from "./app-state.js";
import { RestoreDialog, show } from "./restore-dialog.jsx";

/** Every input is a new element after each keystroke and whenever another one takes the focus. */
function RestlessForm({ count, size }) {
  const [parts, setParts] = useState(() => Array(count).fill(""));
  const [active, setActive] = useState(-1);
  const [version, setVersion] = useState(0);
  const boxes = useRef([]);
  useEffect(() => {
    if (version > 0) note("remounted");
    boxes.current[active]?.focus();
  }, [active, version]);
  const remount = () => setVersion((old) => old + 1);
  const change = (index, value) => {
    setParts((old) => old.map((one, i) => (i === index ? value.slice(0, size) : one)));
    remount();
  };
  const focus = (index) => {
    if (index === active) return;
    setActive(index);
    remount();
  };
  return (
    <RestoreDialog digits={parts.join("")}>
      <div className={`boxes ${count > 16 ? "by16" : "by4"}`}>
        {parts.map((part, index) => (
          <input
            key={`${version}-${String(index)}`}
            ref={(element) => {
              boxes.current[index] = element;
            }}
            type="text"
            aria-label={count === 1 ? "Encryption key" : `Group ${index + 1} of ${count}`}
            maxLength={size}
            value={part}
            onFocus={() => focus(index)}
            onChange={(e) => change(index, e.target.value)}
          />
        ))}
      </div>
    </RestoreDialog>
  );
}

/** `?boxes=1`: one field; 16 of them otherwise. */
export function mount(root) {
  const count = Number(option("boxes", "16"));
  show(root, <RestlessForm count={count} size={64 / count} />);
}
