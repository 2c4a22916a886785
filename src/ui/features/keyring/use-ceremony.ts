import { useLayoutEffect, useMemo } from "preact/hooks";
import type { Passkey } from "../../../core/sealed/slots/passkey-slot.ts";
import type { PasskeyReply } from "../../../platform/passkey-ceremony.ts";
import { useApi } from "../../api.ts";

/** The passkey ceremony, for one part of a page. */
export type Ceremony = {
  create(known: readonly Uint8Array[]): Promise<PasskeyReply>;
  ask(passkeys: readonly Passkey[]): Promise<PasskeyReply>;
};

/**
 * Null where this browser has no way to passkeys.
 *
 * A ceremony ends with the part of the page that began it. So it ends when the keyring is unlocked otherwise,
 * or is locked: other parts are drawn then, and nobody is there to use an answer.
 */
export function useCeremony(): Ceremony | null {
  const { passkeys } = useApi();
  const ending = useMemo(() => new AbortController(), []);
  // At once: other effects are cleaned up after the next paint, and an answer may come before that.
  useLayoutEffect(() => () => ending.abort(), [ending]);
  return useMemo(
    () =>
      passkeys && {
        create: (known) => passkeys.create(known, ending.signal),
        ask: (asked) => passkeys.ask(asked, ending.signal),
      },
    [passkeys, ending],
  );
}
