import { useState } from "preact/hooks";
import type { VaultFacts } from "../../../protocol/vault/wire.ts";
import { parseVaultAddress } from "../../../vault-client/address.ts";
import { askFacts } from "../../../vault-client/exchange.ts";
import { vaultFingerprint } from "../../../vault-client/fingerprint.ts";
import type { Refusal } from "../../../vault-client/outcome.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

import { useConnect } from "./connect.ts";

export type Seen = { address: string; facts: VaultFacts };

/** An address that does not answer may say more in a tab of its own. */
export function OpenAddress({ address, refusal }: { address: string; refusal: Refusal | null }) {
  const { vaultPress } = useText();
  return refusal?.code === "unreachable" ? (
    <p>
      <a href={address} target="_blank" rel="noreferrer">
        {vaultPress.openAddress}
      </a>
    </p>
  ) : null;
}

type LookPanelProps = { seen: Seen | null; onSeen: (seen: Seen | null) => void };

/**
 * Which vault: its address is typed, it is asked who it is, and its fingerprint stands there to be compared.
 */
export function LookPanel({ seen, onSeen }: LookPanelProps) {
  const { addressText, refusalText, vaultPress, vaultText, vaultWords } = useText();
  const say = useSay();
  const connect = useConnect();
  const { busy, run } = useAct();
  const [typed, setTyped] = useState("");
  const [failed, setFailed] = useState<{ address: string; refusal: Refusal } | null>(null);
  const look = () =>
    run(async () => {
      setFailed(null);
      if (typed.trim() === "") return say.alert(vaultText.needsAddress);
      const address = parseVaultAddress(typed);
      if (!address.ok) return say.alert(addressText[address.error.code]);
      say.status(vaultText.looking);
      const facts = await askFacts(connect(address.value));
      if (!facts.ok) {
        setFailed({ address: address.value, refusal: facts.error });
        return say.alert(refusalText(facts.error));
      }
      say.clear();
      onSeen({ address: address.value, facts: facts.value });
    });
  if (seen)
    return (
      <div class="stack">
        <dl class="pairs">
          <dt>{vaultWords.address}</dt>
          <dd class="mono">{seen.address}</dd>
          <dt>{vaultWords.fingerprint}</dt>
          <dd class="mono">{vaultFingerprint(seen.facts)}</dd>
        </dl>
        <p class="warning amber">{vaultText.compare}</p>
        <div class="buttons">
          <Button label={vaultPress.anotherVault} onPress={() => onSeen(null)} />
        </div>
      </div>
    );
  return (
    <div class="stack">
      <TextField label={vaultWords.address} value={typed} onInput={setTyped} onEnter={look} mono />
      <div class="buttons">
        <Button label={vaultPress.look} busy={busy} onPress={look} />
      </div>
      {failed && <OpenAddress {...failed} />}
    </div>
  );
}
