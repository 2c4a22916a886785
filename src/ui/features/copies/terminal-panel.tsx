import { useId, useState } from "preact/hooks";
import { copyLoginOf } from "../../../copies/copy-entry.ts";
import { TERMINAL_PROGRAMS, type TerminalProgram, terminalLine } from "../../../copies/terminal.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Copied } from "../../kit/copied.tsx";
import { TextField } from "../../kit/field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

const isProgram = (value: string): value is TerminalProgram =>
  (TERMINAL_PROGRAMS as readonly string[]).includes(value);

type TerminalPanelProps = { entry: EntrySummary };

/**
 * One line for a password manager that lives in a terminal; the key goes there by the clipboard, never by the
 * line.
 */
export function TerminalPanel({ entry }: TerminalPanelProps) {
  const api = useApi();
  const { errorText, terminalAnswers, terminalNeeds, terminalText } = useText();
  const say = useSay();
  const id = useId();
  const [program, setProgram] = useState<TerminalProgram>(TERMINAL_PROGRAMS[0]);
  const [database, setDatabase] = useState("");
  const path = database.trim();
  const isMissing = program === "keepassxc-cli" && path === "";
  const { command, asks } = terminalLine(program, copyLoginOf(entry), path);

  const copyCommand = async () => {
    if (isMissing) return say.alert(terminalText.databaseMissing);
    try {
      await navigator.clipboard.writeText(command);
    } catch {
      return say.alert(errorText["clipboard-refused"]);
    }
    // Else the clearing of a key that was copied before would take the command away.
    await api.ask("clipboard.taken", {});
    say.status(terminalText.copied);
  };
  const copyKey = async () => {
    const reply = await api.ask("key.copy", { id: entry.id });
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    say.status(<Copied clearsAtMs={reply.value.clearsAtMs} nowMs={api.nowMs} />);
  };
  return (
    <details class="panel">
      <summary>{terminalText.title}</summary>
      <div class="stack">
        <p class="hint">{terminalText.hint}</p>
        <div class="field">
          <label for={id}>{terminalText.program}</label>
          <select
            id={id}
            autocomplete="off"
            value={program}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (isProgram(value)) setProgram(value);
            }}
          >
            {TERMINAL_PROGRAMS.map((one) => (
              <option key={one} value={one}>
                {terminalText.programs[one]}
              </option>
            ))}
          </select>
        </div>
        {program === "keepassxc-cli" && (
          <TextField
            label={terminalText.database}
            hint={terminalText.databaseHint}
            value={database}
            onInput={setDatabase}
          />
        )}
        {!isMissing && (
          <figure>
            <figcaption>{terminalText.command}</figcaption>
            <pre class="command" dir="ltr" translate={false}>
              {command}
            </pre>
          </figure>
        )}
        <ol class="steps">
          <li>{terminalNeeds[program]}</li>
          <li>{terminalText.run}</li>
          {asks.map((question) => (
            <li key={question}>{terminalAnswers[question]}</li>
          ))}
        </ol>
        <div class="buttons">
          <Button label={terminalText.copyCommand} onPress={() => void copyCommand()} />
          <Button label={terminalText.copyKey} onPress={() => void copyKey()} />
        </div>
      </div>
    </details>
  );
}
