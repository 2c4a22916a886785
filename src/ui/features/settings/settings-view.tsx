import { useEffect, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useAct } from "../../kit/use-act.ts";
import { View } from "../../kit/view.tsx";
import { useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { ChangePassphrase } from "../keyring/change-passphrase.tsx";
import { SaveKeyringFile, SaveWhatWasSetAside } from "../keyring/save-keyring-file.tsx";

const AUTO_LOCK_MINUTES = { min: 1, max: 60 };
const DEFAULT_AUTO_LOCK_MINUTES = 5;
const CLIPBOARD_SECONDS = { min: 15, max: 120 };

/** Null unless it is a whole number within the range. */
function wholeNumber(text: string, { min, max }: { min: number; max: number }): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : null;
}

function Times() {
  const settings = useSettings();
  const { settingsText, tabPress, tabWords } = useText();
  const { busy, run, ask, say } = useAct();
  const [minutes, setMinutes] = useState(String(settings.autoLockMinutes ?? DEFAULT_AUTO_LOCK_MINUTES));
  const [untilClose, setUntilClose] = useState(settings.autoLockMinutes === null);
  const [seconds, setSeconds] = useState(String(settings.clipboardSeconds));
  const save = () =>
    run(async () => {
      const autoLockMinutes = wholeNumber(minutes, AUTO_LOCK_MINUTES);
      const clipboardSeconds = wholeNumber(seconds, CLIPBOARD_SECONDS);
      if (autoLockMinutes === null && !untilClose) return say.alert(settingsText.autoLockWrong);
      if (clipboardSeconds === null) return say.alert(settingsText.clipboardWrong);
      const times = { autoLockMinutes: untilClose ? null : autoLockMinutes, clipboardSeconds };
      await ask("settings.save", { ...settings, ...times });
      say.status(settingsText.saved);
    });
  return (
    <Panel title={settingsText.lock}>
      <TextField
        kind="number"
        label={tabWords.autoLock}
        value={minutes}
        onInput={setMinutes}
        onEnter={save}
        disabled={untilClose}
        hint={settingsText.lockHint}
        {...AUTO_LOCK_MINUTES}
      />
      <CheckBox label={tabWords.untilClose} checked={untilClose} onChange={setUntilClose} />
      <h3>{settingsText.clipboard}</h3>
      <TextField
        kind="number"
        label={tabWords.clipboard}
        value={seconds}
        onInput={setSeconds}
        onEnter={save}
        hint={settingsText.clipboardHint}
        {...CLIPBOARD_SECONDS}
      />
      <div class="buttons">
        <Button label={tabPress.saveSettings} busy={busy} onPress={save} />
      </div>
    </Panel>
  );
}

function ShortcutsHint() {
  const api = useApi();
  const { shortcutsText } = useText();
  const [shortcuts, setShortcuts] = useState<{ open: string; fill: string } | null>(null);
  useEffect(() => {
    void api.shortcuts().then(setShortcuts);
  }, [api]);
  return shortcuts && <p>{shortcutsText(shortcuts)}</p>;
}

export function SettingsView() {
  const api = useApi();
  const { settingsText, tabPress, versionText } = useText();
  return (
    <View title={settingsText.title}>
      <Times />
      <ChangePassphrase />
      <Panel title={settingsText.file}>
        <p class="hint">{settingsText.fileHint}</p>
        <div class="buttons">
          <SaveKeyringFile label={tabPress.saveKeyring} />
        </div>
        <p class="hint">{settingsText.asideHint}</p>
        <div class="buttons">
          <SaveWhatWasSetAside />
        </div>
      </Panel>
      <Panel title={settingsText.about}>
        <ShortcutsHint />
        <p>{settingsText.affiliation}</p>
        <p class="hint">{versionText(api.version)}</p>
      </Panel>
    </View>
  );
}
