import { usePageState } from "../../page-state.ts";
import { hashes } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";
import { SaveKeyringFile } from "./save-keyring-file.tsx";

/** Part of the storage cannot be read: what is here is saved elsewhere before more of it goes. */
export function StorageTrouble() {
  const { encryptedKeysPress, storageText } = useText();
  if (!usePageState().keyring.notices.includes("copy-unreadable")) return null;
  return (
    <section class="left-behind" aria-label={storageText.title}>
      <div class="warning amber">
        <p>{storageText.what}</p>
        <div class="buttons">
          <SaveKeyringFile label={encryptedKeysPress.save} />
          <a href={hashes.places}>{storageText.export}</a>
        </div>
      </div>
    </section>
  );
}
