import { useEffect, useState } from "preact/hooks";
import { utf8ToBytes } from "../../../core/bytes.ts";
import type { Status } from "../../../vault-client/manage.ts";
import { Button } from "../../kit/button.tsx";
import { FoldedPanel } from "../../kit/folded-panel.tsx";
import { Panel } from "../../kit/panel.tsx";
import { type Sentence, useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { forgetRecord, removeRecord, type Tools } from "./acts.ts";
import { Card, CardFacts } from "./card.tsx";
import { isSettled, isVerified } from "./doubts.ts";
import { statusAfter, useHeard } from "./heard.tsx";
import { askStatus, exportHeld } from "./manage.ts";
import { RecordProvider, useOneRecord, useRecord } from "./one-record.ts";
import { OpenAddress } from "./open-address.tsx";
import { NewPassword, PasswordActs } from "./password-acts.tsx";
import type { UsableRecord } from "./records.ts";
import { StatusView, UnknownStatus } from "./status-view.tsx";

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

/** The one thing to do now. */
function MainAct({ onLook }: { onLook: () => void }) {
  const { record, busy, act } = useRecord();
  const { vaultPress } = useText();
  const needsPassword = useNeedsPassword();
  if (record.account.pending?.step === "delete")
    return (
      <div class="buttons">
        <Button label={vaultPress.takeUp} look="primary" busy={busy} onPress={() => act(removeRecord)} />
      </div>
    );
  if (needsPassword) return <PasswordActs isMain />;
  return (
    <div class="buttons">
      <Button label={vaultPress.status} look="primary" busy={busy} onPress={onLook} />
    </div>
  );
}

/** True while a step was begun, the place is not verified, or this browser is no device of the vault entry. */
function useNeedsPassword(): boolean {
  const { record, entry, refused } = useRecord();
  const { account } = record;
  if (refused?.refusal.code === "not-proven" || !isSettled(account)) return true;
  return account.pending === null && entry !== undefined && !isVerified(account, entry);
}

type MenuProps = {
  allowed: boolean;
  isResetting: boolean;
  isCardShown: boolean;
  onCard: () => void;
  onLook: () => void;
  /** Null where no new password can be set. */
  onReset: (() => void) | null;
};

/** Everything else that the owner of a vault entry can do. */
function Menu({ allowed, isResetting, isCardShown, onCard, onLook, onReset }: MenuProps) {
  const { record, busy, act } = useRecord();
  const { forgetConfirm, removeConfirm, vaultPress, vaultText } = useText();
  const needsPassword = useNeedsPassword();
  return (
    <FoldedPanel title={vaultText.manage} look="menu">
      <CardFacts account={record.account} />
      {allowed && !needsPassword && !isResetting && <PasswordActs isMain={false} />}
      <div class="buttons">
        {allowed && (needsPassword || isResetting) && (
          <Button label={vaultPress.status} busy={busy} onPress={onLook} />
        )}
        {allowed && onReset && <Button label={vaultPress.reset} onPress={onReset} />}
        <Button label={vaultPress.card} expanded={isCardShown} onPress={onCard} />
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
    </FoldedPanel>
  );
}

type RecordPanelProps = {
  record: UsableRecord;
  fresh: boolean;
  /** Whether anything may be sent. */
  allowed: boolean;
};

/** One vault entry: its state, the one thing to do now, and a menu of the rest. */
export function RecordPanel({ record, fresh, allowed }: RecordPanelProps) {
  const one = useOneRecord(record);
  const { vaultText } = useText();
  const { nameOf } = useKeyNames();
  const [status, setStatus] = useState<Status | null>(null);
  const { last } = useHeard();
  const [card, setCard] = useState(false);
  const [isResetting, setResetting] = useState(false);
  // The vault entry is listed here before storing is done.
  useEffect(() => setCard(fresh), [fresh]);
  const { account } = record;
  // All that was answered since the status was asked for, in whichever panel.
  useEffect(() => {
    if (last?.address !== account.address || last.name !== account.name) return;
    setStatus((known) => known && statusAfter(known, last.refusal));
  }, [last]);
  const { entry, refused, say, run } = one;
  const look = () =>
    run(async (tools, now) => {
      say.status(vaultText.looking);
      const answer = await askStatus(tools, now);
      setStatus(answer.status);
      if (answer.isReset) say.alert(vaultText.resetElsewhere);
      else say.clear();
    });
  const canReset = entry !== undefined && account.pending === null;
  // What was begun is resumed, and not begun again.
  useEffect(() => {
    if (!canReset) setResetting(false);
  }, [canReset]);
  return (
    <RecordProvider value={one}>
      <Panel title={entry ? nameOf(entry) : account.name}>
        {status === null && <UnknownStatus />}
        {status && <StatusView status={status} onDevices={(devices) => setStatus({ ...status, devices })} />}
        {entry === undefined && <p class="warning amber">{vaultText.keyGone}</p>}
        <Warnings />
        <OpenAddress refused={refused} />
        {allowed && isResetting && canReset && <NewPassword of={entry} onClose={() => setResetting(false)} />}
        {allowed && !(isResetting && canReset) && <MainAct onLook={look} />}
        <Menu
          allowed={allowed}
          isResetting={isResetting}
          isCardShown={card}
          onCard={() => setCard(!card)}
          onLook={look}
          onReset={canReset && !isResetting ? () => setResetting(true) : null}
        />
        {card && <Card account={account} onClose={() => setCard(false)} />}
      </Panel>
    </RecordProvider>
  );
}
