import { useState } from "preact/hooks";
import { CreateKeyring } from "../../features/keyring/create-keyring.tsx";
import { Unlock } from "../../features/keyring/unlock.tsx";
import { Consent, useConsent } from "../../features/vault/consent.tsx";
import { HeardProvider } from "../../features/vault/heard.tsx";
import { RecordPanel } from "../../features/vault/record-panel.tsx";
import { isUsable } from "../../features/vault/records.ts";
import { RestorePanel } from "../../features/vault/restore-panel.tsx";
import { StorePanel } from "../../features/vault/store-panel.tsx";
import { Unreadable } from "../../features/vault/unreadable.tsx";
import { useRecords } from "../../features/vault/use-records.ts";
import { Bar } from "../../kit/bar.tsx";
import { useTitle } from "../../kit/use-title.ts";
import { View } from "../../kit/view.tsx";
import { usePageState } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { useUseWatch } from "../../use-watch.ts";
import { Rail } from "../shell/rail.tsx";

/** The full tab, in the folder beside this one. */
const APP = "../app/app.html";

function Records({ fresh, allowed }: { fresh: string | null; allowed: boolean }) {
  const { vaultText, vaultWords } = useText();
  const records = useRecords();
  if (records === null) return null;
  return (
    <section class="stack" aria-label={vaultWords.records}>
      {records.length === 0 && <p class="hint">{vaultText.noRecords}</p>}
      {records.map((record) =>
        isUsable(record) ? (
          <RecordPanel key={record.id} record={record} fresh={record.id === fresh} allowed={allowed} />
        ) : (
          <Unreadable key={record.id} id={record.id} />
        ),
      )}
    </section>
  );
}

function Unlocked() {
  const { vaultText, vaultWords } = useText();
  const [fresh, setFresh] = useState<string | null>(null);
  const sending = useConsent();
  const restoreFirst = location.hash === "#restore";
  return (
    <View title={vaultWords.title} look="narrow stack places">
      <p>{vaultText.what}</p>
      <p class="hint">{vaultText.ownServer}</p>
      <Records fresh={fresh} allowed={sending.given === true} />
      <Consent {...sending}>
        {restoreFirst && <RestorePanel />}
        <StorePanel onStored={setFresh} />
        {!restoreFirst && <RestorePanel />}
      </Consent>
    </View>
  );
}

function Shut() {
  const { tabWords, unlockText, vaultText } = useText();
  const { status } = usePageState().keyring;
  if (status === "empty")
    return (
      <View title={vaultText.restoreTitle} focus={false}>
        <p>{vaultText.firstKeyring}</p>
        <CreateKeyring />
      </View>
    );
  if (status === "locked")
    return (
      <View title={unlockText.title} focus={false}>
        <Unlock />
      </View>
    );
  // A keyring that does not open is the full tab's business.
  return (
    <main class="narrow stack">
      <p>
        <a href={APP}>{tabWords.all}</a>
      </p>
    </main>
  );
}

/** The page of the vault: the only document of ours that may reach a network. */
export function Vault() {
  useUseWatch("own");
  const { vaultWords } = useText();
  const isUnlocked = usePageState().keyring.status === "unlocked";
  useTitle(isUnlocked ? vaultWords.title : null);
  return (
    <>
      {isUnlocked ? <Rail current="vault" app={APP} /> : <Bar />}
      {isUnlocked ? (
        <HeardProvider>
          <Unlocked />
        </HeardProvider>
      ) : (
        <Shut />
      )}
    </>
  );
}
