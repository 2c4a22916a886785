import { useEffect, useId, useState } from "preact/hooks";
import { utf8ToBytes } from "../../../core/bytes.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Status } from "../../../vault-client/manage.ts";
import type { Refusal } from "../../../vault-client/outcome.ts";
import type { Api } from "../../api.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useText } from "../../text/use-text.ts";

import { forgetRecord, isProven, removeRecord, type Said } from "./acts.ts";
import { Card, CardFacts } from "./card.tsx";
import { useConnect } from "./connect.ts";
import { OpenAddress } from "./look-panel.tsx";
import { askStatus, exportHeld, revoke } from "./manage.ts";
import { RecordActs } from "./record-acts.tsx";
import type { UsableRecord } from "./records.ts";
import { StatusView } from "./status-view.tsx";

const HELD_FILE = "sixtyfour-vault-record.json";

type RecordPanelProps = {
  api: Api;
  record: UsableRecord;
  entry: EntrySummary | undefined;
  fresh: boolean;
  /** Whether anything may be sent. */
  allowed: boolean;
};

/** One record: what it is, what was begun, and what its owner can do. */
export function RecordPanel({ api, record, entry, fresh, allowed }: RecordPanelProps) {
  const messages = useText();
  const { entryName, vaultPress, vaultText } = messages;
  const id = useId();
  const say = useSay();
  const connect = useConnect();
  const [busy, run] = useBusy();
  const [status, setStatus] = useState<Status | null>(null);
  const [card, setCard] = useState(false);
  // Its record stands here before storing is done.
  useEffect(() => setCard(fresh), [fresh]);
  const [asking, setAsking] = useState<"remove" | "forget" | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { account } = record;
  const tools = { api, exchange: connect(account.address) };
  const tell = ({ good, text, refusal }: Said) => {
    setRefusal(refusal ?? null);
    if (good) say.status(text(messages));
    else say.alert(text(messages));
  };
  const act = (work: () => Promise<Said>) =>
    run(async () => {
      setAsking(null);
      say.status(vaultText.working);
      tell(await work());
    });
  const look = () =>
    run(async () => {
      say.status(vaultText.looking);
      const answer = await askStatus(tools, record);
      if (!answer.ok) return tell({ good: false, ...answer });
      setRefusal(null);
      setStatus(answer.value);
      if (answer.resetElsewhere) say.alert(vaultText.resetElsewhere);
      else say.clear();
    });
  const takeAway = (deviceKey: string) =>
    run(async () => {
      const answer = await revoke(tools, record, deviceKey);
      if (!answer.ok) return tell({ good: false, ...answer });
      setStatus((known) => known && { ...known, devices: answer.value });
      say.status(deviceKey === account.deviceKey ? vaultText.revokeSelf : vaultText.revoked);
    });
  const saveHeld = async (): Promise<Said> => {
    const held = await exportHeld(tools, record);
    if (!held.ok) return { good: false, ...held };
    api.saveFile(HELD_FILE, utf8ToBytes(held.value) as Uint8Array<ArrayBuffer>);
    return { good: true, text: ({ vaultText }) => vaultText.exported };
  };
  return (
    <section class="panel stack" aria-labelledby={id}>
      <h3 id={id}>{entry ? entryName(entry) : account.name}</h3>
      {entry === undefined && <p class="warning amber">{vaultText.keyGone}</p>}
      <CardFacts account={account} pairs />
      {account.pending && <p class="warning amber">{vaultText.pending[account.pending.step]}</p>}
      {account.pending === null && entry && !isProven(account, entry) && (
        <p class="warning amber">{vaultText.unproven}</p>
      )}
      {account.pending?.step === "erased" && entry && <p class="warning amber">{vaultText.again}</p>}
      <OpenAddress address={account.address} refusal={refusal} />
      {allowed && (
        <RecordActs
          record={record}
          entry={entry}
          tools={tools}
          busy={busy}
          act={act}
          outside={refusal?.code === "not-proven"}
        />
      )}
      {status && <StatusView status={status} ownKey={account.deviceKey} onRevoke={takeAway} />}
      <div class="buttons">
        {allowed && (
          <button type="button" aria-busy={busy} onClick={look}>
            {vaultPress.status}
          </button>
        )}
        <button type="button" onClick={() => setCard(!card)} aria-expanded={card}>
          {vaultPress.card}
        </button>
        {allowed && (
          <>
            <button type="button" onClick={() => act(saveHeld)}>
              {vaultPress.exportAll}
            </button>
            <button type="button" class="danger quiet" onClick={() => setAsking("remove")}>
              {vaultPress.remove}
            </button>
          </>
        )}
        <button type="button" class="danger quiet" onClick={() => setAsking("forget")}>
          {vaultPress.forget}
        </button>
      </div>
      {card && <Card api={api} account={account} onClose={() => setCard(false)} />}
      {asking === "remove" && (
        <ConfirmDialog
          title={vaultText.removeTitle}
          consequence={vaultText.removeConsequence}
          confirm={vaultPress.removeSure}
          onConfirm={() => act(() => removeRecord(tools, record))}
          onCancel={() => setAsking(null)}
        />
      )}
      {asking === "forget" && (
        <ConfirmDialog
          title={vaultText.forgetTitle}
          consequence={vaultText.forgetConsequence}
          confirm={vaultPress.forgetSure}
          onConfirm={() => act(() => forgetRecord(tools, record))}
          onCancel={() => setAsking(null)}
        />
      )}
    </section>
  );
}
