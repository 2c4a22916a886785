import { ControlGroup, FormGroup, InputGroup } from "@blueprintjs/core";
import { useRef, useState } from "react";
import { reactPage } from "../react/page.jsx";
import "@blueprintjs/core/lib/css/blueprint.css";

const INDEXES = [...Array(16).keys()];
const ROWS = [0, 4, 8, 12];

/** 16 boxes of four, in rows of four; a full one hands the focus on. */
reactPage(({ label, setKey }) => {
  const [parts, setParts] = useState(() => INDEXES.map(() => ""));
  const boxes = useRef([]);
  const change = (index, part) => {
    const changed = parts.with(index, part);
    setParts(changed);
    setKey(changed.join(""));
    if (part.length === 4) boxes.current[index + 1]?.focus();
  };
  return (
    <FormGroup label={label} labelInfo="(required)">
      {ROWS.map((first) => (
        <ControlGroup key={first} fill>
          {INDEXES.slice(first, first + 4).map((index) => (
            <InputGroup
              key={index}
              maxLength={4}
              value={parts[index]}
              inputRef={(box) => {
                boxes.current[index] = box;
              }}
              onValueChange={(part) => change(index, part)}
            />
          ))}
        </ControlGroup>
      ))}
    </FormGroup>
  );
});
