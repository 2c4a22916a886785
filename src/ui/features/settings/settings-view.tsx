import { useEffect, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { Panel } from "../../kit/panel.tsx";
import { View } from "../../kit/view.tsx";
import { useText } from "../../text/use-text.ts";
import { ChangePassphrase } from "../keyring/change-passphrase.tsx";
import { PasskeysPanel } from "../keyring/passkeys-panel.tsx";
import { SaveKeyringFile, SaveWhatWasSetAside } from "../keyring/save-keyring-file.tsx";
import { NumberSettings } from "./number-settings.tsx";
import { ThemeSetting } from "./theme-setting.tsx";

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
  const { encryptedKeysPress, encryptedKeysText, settingsText, versionText } = useText();
  return (
    <View title={settingsText.title}>
      <NumberSettings />
      <ThemeSetting />
      <ChangePassphrase />
      <PasskeysPanel />
      <Panel title={encryptedKeysText.title}>
        <p class="hint">{encryptedKeysText.hint}</p>
        <div class="buttons">
          <SaveKeyringFile label={encryptedKeysPress.save} />
        </div>
        <p class="hint">{encryptedKeysText.asideHint}</p>
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
