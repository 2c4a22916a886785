import { Panel } from "../../kit/panel.tsx";
import { Steps } from "../../kit/steps.tsx";
import { View } from "../../kit/view.tsx";
import { goTo, hashes, VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";
import { CreateKeyring } from "./create-keyring.tsx";
import { HadKeys } from "./had-keys.tsx";
import { OpenKeyringFile } from "./open-keyring-file.tsx";

export function FirstRun() {
  const { addText, firstRunText, settingsText } = useText();
  return (
    <View title={firstRunText.title} focus={false}>
      <p>{firstRunText.what}</p>
      <p class="warning amber">
        <strong>{firstRunText.only}</strong>
      </p>
      <Steps>
        <CreateKeyring onCreated={() => goTo(hashes.add)} />
        <Panel title={firstRunText.addKey}>
          <p>{firstRunText.whatKey}</p>
          <p>
            {addText.where} <strong>{addText.path}</strong>
          </p>
        </Panel>
        <Panel title={firstRunText.pin}>
          <p>{firstRunText.howToPin}</p>
          <p class="hint">{firstRunText.whyPin}</p>
        </Panel>
      </Steps>
      <Panel title={firstRunText.haveFile}>
        <p class="hint">{firstRunText.fileHint}</p>
        <OpenKeyringFile />
        <p class="hint">{firstRunText.vaultHint}</p>
        <p>
          <a href={`${VAULT_PAGE}#restore`}>{firstRunText.fromVault}</a>
        </p>
      </Panel>
      <HadKeys />
      <p class="hint">{settingsText.affiliation}</p>
    </View>
  );
}
