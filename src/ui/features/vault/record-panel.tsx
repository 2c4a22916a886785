import { useEffect, useState } from "preact/hooks";
import { utf8ToBytes } from "../../../core/bytes.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Status } from "../../../vault-client/manage.ts";
import type { Refusal } from "../../../vault-client/outcome.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
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
  record: UsableRecord;
  entry: EntrySummary | undefined;
  fresh: boolean;
  /** Whether anything may be sent. */
  allowed: boolean;
};

/** One record: what it is, what was begun, and what its owner can do. */
export function RecordPanel({ record, entry, fresh, allowed }: RecordPanelProps) {
  const api = useApi();
  const messages = useText();
  const { entryName, vaultPress, vaultText } = messages;
  const say = useSay();
  const connect = useConnect();
  const { busy, run } = useAct();
  const [status, setStatus] = useState<Status | null>(null);
  const [card, setCard] = useState(false);
  // Its record stands here before storing is done.
  useEffect(() => setCard(fresh), [fresh]);
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
    <Panel title={entry ? entryName(entry) : account.name}>
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
        {allowed && <Button label={vaultPress.status} busy={busy} onPress={look} />}
        <Button label={vaultPress.card} expanded={card} onPress={() => setCard(!card)} />
        {allowed && (
          <>
            <Button label={vaultPress.exportAll} onPress={() => act(saveHeld)} />
            <Button
              label={vaultPress.remove}
              look="danger quiet"
              onPress={() => act(() => removeRecord(tools, record))}
              confirm={{
                title: vaultText.removeTitle,
                consequence: vaultText.removeConsequence,
                sure: vaultPress.removeSure,
              }}
            />
          </>
        )}
        <Button
          label={vaultPress.forget}
          look="danger quiet"
          onPress={() => act(() => forgetRecord(tools, record))}
          confirm={{
            title: vaultText.forgetTitle,
            consequence: vaultText.forgetConsequence,
            sure: vaultPress.forgetSure,
          }}
        />
      </div>
      {card && <Card account={account} onClose={() => setCard(false)} />}
    </Panel>
  );
}
