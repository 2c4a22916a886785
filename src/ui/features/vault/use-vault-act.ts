import { useState } from "preact/hooks";
import type { Refusal } from "../../../vault-client/outcome.ts";
import { useApi } from "../../api.ts";
import type { Say } from "../../kit/say.tsx";
import { type Act, useAct } from "../../kit/use-act.ts";
import type { Tools } from "./acts.ts";
import { useConnect } from "./connect.ts";
import { VaultRefusedError } from "./vault-refused-error.ts";

export type VaultAct = {
  busy: boolean;
  /** What a vault has last refused, until one grants something. */
  refused: { address: string; refusal: Refusal } | null;
  /** One at a time; however it fails, that is said. */
  run: (address: string, work: (tools: Tools) => Promise<unknown>) => void;
  say: Say;
} & Pick<Act, "errorOf" | "mistake">;

/** For what a press begins at a vault. */
export function useVaultAct(): VaultAct {
  const api = useApi();
  const connect = useConnect();
  const { busy, run, ask, say, errorOf, mistake } = useAct();
  const [refused, setRefused] = useState<VaultAct["refused"]>(null);
  const runAt: VaultAct["run"] = (address, work) =>
    run(async () => {
      try {
        await work({ api, ask, exchange: connect(address) });
        setRefused(null);
      } catch (reason) {
        if (reason instanceof VaultRefusedError) setRefused({ address, refusal: reason.refusal });
        throw reason;
      }
    });
  return { busy, refused, run: runAt, say, errorOf, mistake };
}
