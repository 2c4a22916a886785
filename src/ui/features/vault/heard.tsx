/**
 * What a vault has last answered to a password, for every panel of the vault entry that it was about: a wrong one
 * that is typed in one panel uses up an attempt that another panel counts.
 */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import type { Status } from "../../../vault-client/manage.ts";
import type { Refusal } from "../../../vault-client/outcome.ts";
import { VaultRefusedError } from "./vault-refused-error.ts";

type VaultEntryName = { address: string; name: string };
/** `refusal`: null where the password was right. */
export type Heard = VaultEntryName & { refusal: Refusal | null };

type Hearing = {
  last: Heard | null;
  /** Does the work, and notes how the vault has answered it. `isLogin`: its end shows that the password is right. */
  hearing: <T>(of: VaultEntryName, isLogin: boolean, work: () => Promise<T>) => Promise<T>;
};

const HeardContext = createContext<Hearing>({ last: null, hearing: (_of, _isLogin, work) => work() });

export function useHeard(): Hearing {
  return useContext(HeardContext);
}

export function HeardProvider({ children }: { children: ComponentChildren }) {
  const [last, setLast] = useState<Heard | null>(null);
  const hearing = useMemo<Hearing["hearing"]>(
    () =>
      async ({ address, name }, isLogin, work) => {
        try {
          const done = await work();
          if (isLogin) setLast({ address, name, refusal: null });
          return done;
        } catch (reason) {
          if (reason instanceof VaultRefusedError) setLast({ address, name, refusal: reason.refusal });
          throw reason;
        }
      },
    [],
  );
  return <HeardContext.Provider value={{ last, hearing }}>{children}</HeardContext.Provider>;
}

/** The vault has these no more, or not for this device: what it said before is over. */
const OVER: readonly Refusal["code"][] = ["erased", "not-found", "not-proven", "generation-changed"];

/** @returns what is still known of the status; null where it must be asked for again. */
export function statusAfter(status: Status, refusal: Refusal | null): Status | null {
  // A right password resets counts that its answer does not name.
  if (refusal === null || OVER.includes(refusal.code)) return null;
  if (refusal.code === "wait") return { ...status, retryAfterSeconds: refusal.retryAfterSeconds };
  if (refusal.code !== "wrong-password") return status;
  const { attemptsLeft, retryAfterSeconds } = refusal;
  const used = status.attemptsLeft - attemptsLeft;
  // Another device was let in since the status was asked for.
  if (used < 1 || attemptsLeft === 0) return null;
  return {
    ...status,
    attemptsLeft,
    retryAfterSeconds,
    failuresSince: status.failuresSince + used,
    lifetimeFailures: status.lifetimeFailures + used,
  };
}
