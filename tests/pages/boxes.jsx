import { useRef, useState } from "react";
import { RestoreDialog } from "./restore-dialog.jsx";

/**
 * `count` controlled boxes of `size` characters; a full box sends the focus on to the next.
 * `limited`: with a maxlength, or cut by the application alone.
 */
export function BoxesForm({ count, size, columns, limited = true }) {
  const [parts, setParts] = useState(() => Array(count).fill(""));
  const boxes = useRef([]);
  const change = (index, value) => {
    const part = value.slice(0, size);
    setParts((old) => old.map((one, i) => (i === index ? part : one)));
    if (part.length === size) boxes.current[index + 1]?.focus();
  };
  return (
    <RestoreDialog digits={parts.join("")}>
      <div className={`boxes ${columns}`}>
        {parts.map((part, index) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes never move
            key={index}
            ref={(element) => {
              boxes.current[index] = element;
            }}
            type="text"
            aria-label={`Group ${index + 1} of ${count}`}
            maxLength={limited ? size : undefined}
            value={part}
            onChange={(e) => change(index, e.target.value)}
          />
        ))}
      </div>
    </RestoreDialog>
  );
}
