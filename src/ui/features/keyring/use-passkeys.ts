import { useEffect, useState } from "preact/hooks";
import type { PasskeySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { usePageState } from "../../page-state.ts";

/** The passkeys that there are, read again with every new state; none where this browser offers none. */
export function usePasskeys(): PasskeySummary[] {
  const api = useApi();
  const { keyring } = usePageState();
  const [passkeys, setPasskeys] = useState<PasskeySummary[]>([]);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const reply = await api.ask("passkey.list", {});
      if (reply.ok && !isGone) setPasskeys(reply.value.passkeys);
    };
    if (api.passkeys && keyring.status !== "empty") void load();
    return () => {
      isGone = true;
    };
  }, [api, keyring]);
  return passkeys;
}
