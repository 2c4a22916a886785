import { useEffect, useState } from "preact/hooks";
import type { Settings } from "../../../core/keyring/opened-keyring.ts";
import type { Api } from "../../api.ts";
import { CheckBox } from "../../kit/check-box.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useSay } from "../../kit/say.tsx";
import { TextBox } from "../../kit/text-box.tsx";
import { useBusy } from "../../kit/use-busy.ts";
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

function Times({ api, settings }: { api: Api; settings: Settings }) {
  const { errorText, settingsText, tabPress, tabWords } = useText();
  const say = useSay();
  const [busy, run] = useBusy();
  const [minutes, setMinutes] = useState(String(settings.autoLockMinutes ?? DEFAULT_AUTO_LOCK_MINUTES));
  const [untilClose, setUntilClose] = useState(settings.autoLockMinutes === null);
  const [seconds, setSeconds] = useState(String(settings.clipboardSeconds));
  const save = () =>
    run(async () => {
      const autoLockMinutes = wholeNumber(minutes, AUTO_LOCK_MINUTES);
      const clipboardSeconds = wholeNumber(seconds, CLIPBOARD_SECONDS);
      if (autoLockMinutes === null && !untilClose) return say.alert(settingsText.autoLockWrong);
      if (clipboardSeconds === null) return say.alert(settingsText.clipboardWrong);
      const next = {
        ...settings,
        autoLockMinutes: untilClose ? null : autoLockMinutes,
        clipboardSeconds,
      };
      const reply = await api.ask("settings.save", next);
      if (reply.ok) say.status(settingsText.saved);
      else say.alert(errorText[reply.error.code]);
    });
  return (
    <section class="panel stack" aria-labelledby="times">
      <h3 id="times">{settingsText.lock}</h3>
      <TextBox
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
      <TextBox
        kind="number"
        label={tabWords.clipboard}
        value={seconds}
        onInput={setSeconds}
        onEnter={save}
        hint={settingsText.clipboardHint}
        {...CLIPBOARD_SECONDS}
      />
      <div class="buttons">
        <button type="button" aria-busy={busy} onClick={save}>
          {tabPress.saveSettings}
        </button>
      </div>
    </section>
  );
}

function ShortcutsHint({ api }: { api: Api }) {
  const { shortcutsText } = useText();
  const [shortcuts, setShortcuts] = useState<{ open: string; fill: string } | null>(null);
  useEffect(() => {
    void api.shortcuts().then(setShortcuts);
  }, [api]);
  return shortcuts && <p>{shortcutsText(shortcuts)}</p>;
}

export function SettingsView({ api, settings }: { api: Api; settings: Settings }) {
  const { settingsText, tabPress, versionText } = useText();
  return (
    <main class="narrow stack">
      <Heading>{settingsText.title}</Heading>
      <Times api={api} settings={settings} />
      <ChangePassphrase api={api} />
      <section class="panel stack" aria-labelledby="file">
        <h3 id="file">{settingsText.file}</h3>
        <p class="hint">{settingsText.fileHint}</p>
        <div class="buttons">
          <SaveKeyringFile api={api} label={tabPress.saveKeyring} />
        </div>
        <p class="hint">{settingsText.asideHint}</p>
        <div class="buttons">
          <SaveWhatWasSetAside api={api} />
        </div>
      </section>
      <section class="panel stack" aria-labelledby="about">
        <h3 id="about">{settingsText.about}</h3>
        <ShortcutsHint api={api} />
        <p>{settingsText.affiliation}</p>
        <p class="hint">{versionText(api.version)}</p>
      </section>
    </main>
  );
}
