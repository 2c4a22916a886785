import { useRef, useState } from "react";
import { reactPage } from "./page.jsx";

const COUNT = 32;

/** 32 boxes of two, mounted anew with every change, as some pages do who put the value into the key. */
reactPage(({ setKey }) => {
  const [parts, setParts] = useState(() => Array(COUNT).fill(""));
  const newest = useRef(parts);
  const change = (index, part) => {
    newest.current = newest.current.with(index, part);
    setParts(newest.current);
    setKey(newest.current.join(""));
  };
  return (
    <div className="boxes by16">
      {parts.map((part, index) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes never move, but are made anew when they are full
          key={`${index} ${part.length === 2}`}
          type="text"
          maxLength={2}
          value={part}
          onChange={(event) => change(index, event.target.value)}
        />
      ))}
    </div>
  );
});
