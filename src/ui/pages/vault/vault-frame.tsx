import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { CreateKeyring } from "../../features/keyring/create-keyring.tsx";
import { Unlock } from "../../features/keyring/unlock.tsx";
import { Consent, useConsent } from "../../features/vault/consent.tsx";
import { RecordPanel } from "../../features/vault/record-panel.tsx";
import { isUsable } from "../../features/vault/records.ts";
import { RestorePanel } from "../../features/vault/restore-panel.tsx";
import { StorePanel } from "../../features/vault/store-panel.tsx";
import { Unreadable } from "../../features/vault/unreadable.tsx";
import { useRecords } from "../../features/vault/use-records.ts";
import { Brand } from "../../kit/brand.tsx";
import { Heading } from "../../kit/heading.tsx";
import { PlaceLink } from "../../kit/place-link.tsx";
import type { PageProps } from "../../live.tsx";
import { VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";

/** The full tab, in the folder beside this one. */
const APP = "../app/app.html";

type RecordsProps = { api: Api; entries: EntrySummary[]; fresh: string | null; allowed: boolean };

function Records({ api, entries, fresh, allowed }: RecordsProps) {
  const { vaultText, vaultWords } = useText();
  const records = useRecords(api);
  if (records === null) return null;
  return (
    <section class="stack" aria-label={vaultWords.records}>
      {records.length === 0 && <p class="hint">{vaultText.noRecords}</p>}
      {records.map((record) =>
        isUsable(record) ? (
          <RecordPanel
            key={record.id}
            api={api}
            record={record}
            entry={entries.find(({ id }) => id === record.account.entryId)}
            fresh={record.id === fresh}
            allowed={allowed}
          />
        ) : (
          <Unreadable key={record.id} api={api} id={record.id} />
        ),
      )}
    </section>
  );
}

function Unlocked({ api, entries }: { api: Api; entries: EntrySummary[] }) {
  const { vaultText, vaultWords } = useText();
  const [fresh, setFresh] = useState<string | null>(null);
  const sending = useConsent();
  const restoreFirst = location.hash === "#restore";
  return (
    <main class="narrow stack copies">
      <Heading>{vaultWords.title}</Heading>
      <p>{vaultText.what}</p>
      <p class="hint">{vaultText.ownServer}</p>
      <Records api={api} entries={entries} fresh={fresh} allowed={sending.given === true} />
      <Consent {...sending}>
        {restoreFirst && <RestorePanel api={api} entries={entries} />}
        <StorePanel api={api} entries={entries} onStored={setFresh} />
        {!restoreFirst && <RestorePanel api={api} entries={entries} />}
      </Consent>
    </main>
  );
}

function Shut({ state, api }: PageProps) {
  const { lockedText, tabWords, vaultText } = useText();
  const { status } = state.keyring;
  if (status === "empty")
    return (
      <main class="narrow stack">
        <h2>{vaultText.restoreTitle}</h2>
        <p>{vaultText.firstKeyring}</p>
        <CreateKeyring api={api} />
      </main>
    );
  if (status === "locked")
    return (
      <main class="narrow stack">
        <h2>{lockedText.title}</h2>
        <Unlock api={api} />
      </main>
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
export function Vault({ state, api }: PageProps) {
  const { press, tabWords, vaultWords, words } = useText();
  const isUnlocked = state.keyring.status === "unlocked";
  return (
    <>
      <header class="bar">
        <Brand />
        <nav aria-label={tabWords.navigation}>
          <a href={APP}>{words.keys}</a>
          <a href={`${APP}#copies`}>{tabWords.copies}</a>
          <PlaceLink href={VAULT_PAGE} text={vaultWords.title} current={true} />
        </nav>
        {isUnlocked && (
          <button type="button" class="quiet" onClick={() => api.ask("keyring.lock", {})}>
            {press.lock}
          </button>
        )}
      </header>
      {isUnlocked ? <Unlocked api={api} entries={state.entries} /> : <Shut state={state} api={api} />}
    </>
  );
}
