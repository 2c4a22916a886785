import { useState } from "preact/hooks";
import { type NumberSetting, type Range, SETTINGS } from "../../../core/keyring/settings.ts";
import { Button } from "../../kit/button.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { MistakeError, useAct } from "../../kit/use-act.ts";
import { useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

/** As the fields stand: `isNone` where no number is chosen. */
type Typed = { text: string; isNone: boolean };

type Row = { initial: number | null; range: Range; isNullable?: boolean };
const ROWS = Object.entries(SETTINGS).flatMap(([name, row]): [NumberSetting, Row][] =>
  "range" in row ? [[name as NumberSetting, row]] : [],
);

/** Null unless it is a whole number within the range. */
function wholeNumber(text: string, { least, most }: Range): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : null;
}

type NumberFieldProps = {
  name: NumberSetting;
  row: Row;
  typed: Typed;
  onChange: (typed: Typed) => void;
  onEnter: () => void;
  error: string | undefined;
};

function NumberField({ name, row, typed, onChange, onEnter, error }: NumberFieldProps) {
  const { range, isNullable } = row;
  const { label, hint, none } = useText().settingTexts[name];
  return (
    <>
      <TextField
        kind="number"
        label={label}
        value={typed.text}
        onInput={(text) => onChange({ ...typed, text })}
        onEnter={onEnter}
        disabled={typed.isNone}
        hint={hint(range)}
        error={error}
        min={range.least}
        max={range.most}
      />
      {isNullable && none !== undefined && (
        <CheckBox label={none} checked={typed.isNone} onChange={(isNone) => onChange({ ...typed, isNone })} />
      )}
    </>
  );
}

/** A field for each setting that is a number, and one press that saves them all. */
export function NumberSettings() {
  const settings = useSettings();
  const { settingsText } = useText();
  const { busy, run, ask, say, errorOf } = useAct();
  const [typed, setTyped] = useState<Partial<Record<NumberSetting, Typed>>>({});
  const typedOf = ([name, { initial }]: (typeof ROWS)[number]): Typed =>
    typed[name] ?? { text: String(settings[name] ?? initial), isNone: settings[name] === null };
  const save = () =>
    run(async () => {
      const next = { ...settings };
      for (const row of ROWS) {
        const [name, { range }] = row;
        const { text, isNone } = typedOf(row);
        const value = isNone ? null : wholeNumber(text, range);
        if (value === null && !isNone)
          throw new MistakeError((text) => text.settingTexts[name].wrong(range), name);
        Object.assign(next, { [name]: value });
      }
      await ask("settings.save", next);
      say.status(settingsText.saved);
    });
  return (
    <Panel title={settingsText.times}>
      {ROWS.map((row) => (
        <NumberField
          key={row[0]}
          name={row[0]}
          row={row[1]}
          typed={typedOf(row)}
          onChange={(next) => setTyped({ ...typed, [row[0]]: next })}
          onEnter={save}
          error={errorOf(row[0])}
        />
      ))}
      <div class="buttons">
        <Button label={settingsText.save} busy={busy} onPress={save} />
      </div>
    </Panel>
  );
}
