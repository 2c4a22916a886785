import { useState } from "preact/hooks";
import { exportLoginOf } from "../../../copies/export-entry.ts";
import { TERMINAL_PROGRAMS, type TerminalProgram, terminalLine } from "../../../copies/terminal.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Copied } from "../../kit/copied.tsx";
import { TextField } from "../../kit/field.tsx";
import { FoldedPanel } from "../../kit/folded-panel.tsx";
import { Select } from "../../kit/select.tsx";
import { RefusedError, useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

/**
 * One line for a password manager that lives in a terminal; the key goes there by the clipboard, never by the
 * line.
 */
export function TerminalPanel({ entry }: { entry: EntrySummary }) {
  const api = useApi();
  const { terminalAnswers, terminalNeeds, terminalText } = useText();
  const { busy, run, ask, say } = useAct();
  const [program, setProgram] = useState<TerminalProgram>(TERMINAL_PROGRAMS[0]);
  const [database, setDatabase] = useState("");
  const path = database.trim();
  const isMissing = program === "keepassxc-cli" && path === "";
  const { command, asks } = terminalLine(program, exportLoginOf(entry), path);

  const copyCommand = () =>
    run(async () => {
      if (isMissing) return say.mistake(terminalText.databaseMissing);
      await navigator.clipboard.writeText(command).catch(() => {
        throw new RefusedError("clipboard-refused");
      });
      // Else the clearing of a key that was copied before would take the command away.
      await api.ask("clipboard.taken", { isKey: false });
      say.status(terminalText.copied);
    });
  const copyKey = () =>
    run(async () => {
      const { clearsAtMs } = await ask("key.copy", { id: entry.id });
      say.status(<Copied clearsAtMs={clearsAtMs} nowMs={api.nowMs} />);
    });
  return (
    <FoldedPanel title={terminalText.title}>
      <p class="hint">{terminalText.hint}</p>
      <Select
        label={terminalText.program}
        value={program}
        onChange={setProgram}
        options={TERMINAL_PROGRAMS.map((value) => ({ value, name: terminalText.programs[value] }))}
      />
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
        {[terminalNeeds[program], terminalText.run, ...asks.map((one) => terminalAnswers[one])].map(
          (step) => (
            <li key={step}>{step}</li>
          ),
        )}
      </ol>
      <div class="buttons">
        <Button label={terminalText.copyCommand} busy={busy} onPress={copyCommand} />
        <Button label={terminalText.copyKey} busy={busy} onPress={copyKey} />
      </div>
    </FoldedPanel>
  );
}
