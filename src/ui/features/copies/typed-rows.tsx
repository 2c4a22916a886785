import { useId, useState } from "preact/hooks";
import { spreadRows } from "../../../copies/paper/pasted-rows.ts";
import { ROW_LETTERS } from "../../../copies/paper/sheet.ts";
import { readTypedRow, type TypedRow } from "../../../copies/paper/typed-row.ts";
import { DIGITS_PER_ROW } from "../../../core/key/key-rows.ts";
import { markTyped } from "../../kit/attributes.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

/** 16 digits and the check: until then a row may still be on its way. */
const WHOLE_LENGTH = DIGITS_PER_ROW + 2;

type RowBoxProps = {
  letter: string;
  value: string;
  reading: TypedRow;
  onInput: (text: string) => void;
  /** Several rows in one piece; false leaves the text to the box. */
  onPasteRows: (text: string) => boolean;
  onEnter: () => void;
};

/** No `TextField`: it takes several rows at once, and says what is wrong where the count is only seen. */
function RowBox({ letter, value, reading, onInput, onPasteRows, onEnter }: RowBoxProps) {
  const { rowName, rowVerdict } = useText();
  const id = useId();
  const [isTyping, setIsTyping] = useState(false);
  const isOnItsWay = isTyping && reading.kind === "length" && reading.count < WHOLE_LENGTH;
  const isTypo = !isOnItsWay && reading.kind !== "whole" && reading.kind !== "empty";
  const verdict = rowVerdict(reading);
  return (
    <div class="field">
      <label for={id}>{rowName(letter)}</label>
      <input
        ref={markTyped}
        id={id}
        type="text"
        class="mono"
        dir="ltr"
        value={value}
        aria-invalid={isTypo}
        aria-describedby={`${id}-count ${id}-verdict`}
        onInput={(event) => onInput(event.currentTarget.value)}
        onFocus={() => setIsTyping(true)}
        onBlur={() => setIsTyping(false)}
        onPaste={(event) => {
          if (onPasteRows(event.clipboardData?.getData("text") ?? "")) event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing && !event.repeat) onEnter();
        }}
      />
      {/* The count changes with every key and is seen only; what is wrong is heard too. */}
      <p id={`${id}-count`} class="verdict soft">
        {isOnItsWay && verdict}
      </p>
      <p id={`${id}-verdict`} class={isTypo ? "verdict typo" : "verdict"} aria-live="polite">
        {!isOnItsWay && verdict}
      </p>
    </div>
  );
}

type TypedRowsProps = {
  /** Gets 64 lower-case hex digits; what is typed stays, in case that was not the key. */
  onKey: (hex: string) => void;
  onClose: () => void;
};

/**
 * The four rows of a recovery sheet as they are typed. The button hands them over, and not the last digit: 16
 * digits are a row before its check is typed.
 */
export function TypedRows({ onKey, onClose }: TypedRowsProps) {
  const { inputPress, missingRowsText, rowsText, uncheckedText } = useText();
  const say = useSay();
  const [typed, setTyped] = useState<readonly string[]>(ROW_LETTERS.map(() => ""));
  const rows = ROW_LETTERS.map((letter, row) => {
    const text = typed[row] ?? "";
    return { letter, text, reading: readTypedRow(row, text) };
  });
  const lettersOf = (isMeant: (reading: TypedRow) => boolean) =>
    rows.filter(({ reading }) => isMeant(reading)).map(({ letter }) => letter);
  const missing = lettersOf(({ kind }) => kind !== "whole");
  const unchecked = lettersOf((reading) => reading.kind === "whole" && !reading.isChecked);
  const set = (row: number, text: string) => setTyped(typed.map((old, at) => (at === row ? text : old)));
  const pasteRows = (text: string) => {
    const pasted = spreadRows(text);
    if (pasted) setTyped(typed.map((old, at) => pasted[at] ?? old));
    return pasted !== null;
  };
  const use = () => {
    if (missing.length > 0) return say.mistake(missingRowsText(missing));
    onKey(rows.map(({ reading }) => (reading.kind === "whole" ? reading.digits : "")).join(""));
  };
  return (
    <Panel title={rowsText.title} level={2} focus={true} look="typed-rows">
      <p class="hint">{rowsText.hint}</p>
      {rows.map(({ letter, text, reading }, row) => (
        <RowBox
          key={letter}
          letter={letter}
          value={text}
          reading={reading}
          onInput={(value) => set(row, value)}
          onPasteRows={pasteRows}
          onEnter={use}
        />
      ))}
      <p aria-live="polite">
        {missing.length === 0 && (unchecked.length > 0 ? uncheckedText(unchecked) : rowsText.allChecked)}
      </p>
      <div class="buttons">
        <Button label={inputPress.useRows} look="primary" idle={missing.length > 0} onPress={use} />
        <Button label={inputPress.close} onPress={onClose} />
      </div>
    </Panel>
  );
}
