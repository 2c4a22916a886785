import { useText } from "../../text/use-text.ts";
import type { VaultAct } from "./use-vault-act.ts";

/** An address that does not answer may say more in a tab of its own. */
export function OpenAddress({ refused }: Pick<VaultAct, "refused">) {
  const { vaultPress } = useText();
  return refused?.refusal.code === "unreachable" ? (
    <p>
      <a href={refused.address} target="_blank" rel="noreferrer">
        {vaultPress.openAddress}
      </a>
    </p>
  ) : null;
}
