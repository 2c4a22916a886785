import { useState } from "preact/hooks";
import type { VaultFacts } from "../../../protocol/vault/wire.ts";
import { parseVaultAddress } from "../../../vault-client/address.ts";
import { askFacts } from "../../../vault-client/exchange.ts";
import { shownVaultId } from "../../../vault-client/vault-id.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Pairs } from "../../kit/pairs.tsx";
import { useText } from "../../text/use-text.ts";
import { OpenAddress } from "./open-address.tsx";
import { ADDRESS_BOX } from "./typed.ts";
import { useVaultAct } from "./use-vault-act.ts";
import { granted } from "./vault-refused-error.ts";

export type Seen = { address: string; facts: VaultFacts };

type LookPanelProps = { seen: Seen | null; onSeen: (seen: Seen) => unknown; onAnother: () => void };

/** Chooses a vault: the user types its address, and the vault says who it is. */
export function LookPanel({ seen, onSeen, onAnother }: LookPanelProps) {
  const { addressText, vaultPress, vaultText, vaultWords } = useText();
  const { busy, errorOf, mistake, refused, run, say } = useVaultAct();
  const [typed, setTyped] = useState("");
  const look = () => {
    if (typed.trim() === "") return mistake(vaultText.needsAddress, ADDRESS_BOX);
    const address = parseVaultAddress(typed);
    if (!address.ok) return mistake(addressText[address.error.code], ADDRESS_BOX);
    run(address.value, async ({ exchange }) => {
      say.status(vaultText.looking);
      const facts = granted(await askFacts(exchange, address.value));
      say.clear();
      await onSeen({ address: address.value, facts });
    });
  };
  if (seen)
    return (
      <>
        <Pairs pairs={[{ name: vaultWords.address, value: seen.address, look: "mono" }]} />
        <div class="buttons">
          <Button label={vaultPress.anotherVault} onPress={onAnother} />
        </div>
      </>
    );
  return (
    <>
      <TextField
        label={vaultWords.address}
        value={typed}
        onInput={setTyped}
        onEnter={look}
        error={errorOf(ADDRESS_BOX)}
        mono
      />
      <div class="buttons">
        <Button label={vaultPress.look} busy={busy} onPress={look} />
      </div>
      <OpenAddress refused={refused} />
    </>
  );
}

/** Who the vault says it is. Only the user can tell whether that is right. */
export function Compare({ facts }: Seen) {
  const { vaultText, vaultWords } = useText();
  return (
    <>
      <Pairs pairs={[{ name: vaultWords.vaultId, value: shownVaultId(facts), look: "mono" }]} />
      <p class="warning amber">{vaultText.compare}</p>
    </>
  );
}
