import type { Api } from "../../api.ts";
import { VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

import { CreateKeyring } from "./create-keyring.tsx";
import { OpenKeyringFile } from "./open-keyring-file.tsx";

export function FirstRun({ api }: { api: Api }) {
  const { firstRunText, settingsText } = useText();
  return (
    <main class="narrow stack">
      <h2>{firstRunText.title}</h2>
      <p>{firstRunText.what}</p>
      <p class="warning amber">
        <strong>{firstRunText.only}</strong>
      </p>
      <CreateKeyring api={api} />
      <section class="panel stack" aria-labelledby="have-file">
        <h3 id="have-file">{firstRunText.haveFile}</h3>
        <p class="hint">{firstRunText.fileHint}</p>
        <div class="buttons">
          <OpenKeyringFile api={api} takesExport={true} />
        </div>
        <p class="hint">{firstRunText.vaultHint}</p>
        <p>
          <a href={`${VAULT_PAGE}#restore`}>{firstRunText.fromVault}</a>
        </p>
      </section>
      <p class="hint">{settingsText.affiliation}</p>
    </main>
  );
}
