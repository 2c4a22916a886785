import { useEffect, useState } from "preact/hooks";
import { utf8ToBytes } from "../../../core/bytes.ts";
import type { Status } from "../../../vault-client/manage.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { type Sentence, useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { forgetRecord, removeRecord, type Tools } from "./acts.ts";
import { Card, CardFacts } from "./card.tsx";
import { isVerified } from "./doubts.ts";
import { statusAfter, useHeard } from "./heard.tsx";
import { askStatus, exportHeld } from "./manage.ts";
import { RecordProvider, useOneRecord, useRecord } from "./one-record.ts";
import { OpenAddress } from "./open-address.tsx";
import { RecordActs } from "./record-acts.tsx";
import type { UsableRecord } from "./records.ts";
import { StatusView } from "./status-view.tsx";

const HELD_FILE = "sixtyfour-vault-record.json";

async function saveHeld(tools: Tools, now: UsableRecord): Promise<Sentence> {
  tools.api.saveFile(HELD_FILE, utf8ToBytes(await exportHeld(tools, now)));
  return ({ vaultText }) => vaultText.exported;
}

/** What was begun with it, and what has not been shown. */
function Warnings() {
  const { record, entry } = useRecord();
  const { vaultText } = useText();
  const { account } = record;
  const { pending } = account;
  const warnings = [
    pending && vaultText.pending[pending.step],
    pending === null && entry && !isVerified(account, entry) && vaultText.unverified,
    pending?.step === "erased" && entry && vaultText.again,
  ].filter((warning) => typeof warning === "string");
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} class="warning amber">
          {warning}
        </p>
      ))}
    </>
  );
}

type RecordPanelProps = {
  record: UsableRecord;
  fresh: boolean;
  /** Whether anything may be sent. */
  allowed: boolean;
};

/** One vault entry: its facts, unfinished steps, and what its owner can do. */
export function RecordPanel({ record, fresh, allowed }: RecordPanelProps) {
  const one = useOneRecord(record);
  const { forgetConfirm, removeConfirm, vaultPress, vaultText } = useText();
  const { nameOf } = useKeyNames();
  const [status, setStatus] = useState<Status | null>(null);
  const { last } = useHeard();
  const [card, setCard] = useState(false);
  // The vault entry is listed here before storing is done.
  useEffect(() => setCard(fresh), [fresh]);
  const { account } = record;
  // All that was answered since the status was asked for, in whichever panel.
  useEffect(() => {
    if (last?.address !== account.address || last.name !== account.name) return;
    setStatus((known) => known && statusAfter(known, last.refusal));
  }, [last]);
  const { entry, busy, refused, say, run, act } = one;
  const look = () =>
    run(async (tools, now) => {
      say.status(vaultText.looking);
      const answer = await askStatus(tools, now);
      setStatus(answer.status);
      if (answer.isReset) say.alert(vaultText.resetElsewhere);
      else say.clear();
    });
  return (
    <RecordProvider value={one}>
      <Panel title={entry ? nameOf(entry) : account.name}>
        {entry === undefined && <p class="warning amber">{vaultText.keyGone}</p>}
        <CardFacts account={account} />
        <Warnings />
        <OpenAddress refused={refused} />
        {allowed && <RecordActs />}
        {status && <StatusView status={status} onDevices={(devices) => setStatus({ ...status, devices })} />}
        <div class="buttons">
          {allowed && <Button label={vaultPress.status} busy={busy} onPress={look} />}
          <Button label={vaultPress.card} expanded={card} onPress={() => setCard(!card)} />
          {allowed && (
            <>
              <Button label={vaultPress.exportAll} onPress={() => act(saveHeld)} />
              <Button
                label={vaultPress.remove}
                look="danger quiet"
                onPress={() => act(removeRecord)}
                confirm={removeConfirm}
              />
            </>
          )}
          <Button
            label={vaultPress.forget}
            look="danger quiet"
            onPress={() => act(forgetRecord)}
            confirm={forgetConfirm}
          />
        </div>
        {card && <Card account={account} onClose={() => setCard(false)} />}
      </Panel>
    </RecordProvider>
  );
}
