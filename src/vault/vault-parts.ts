/** What every endpoint works with. */
import type { REGISTRATION_MODES } from "../protocol/vault/wire.ts";
import type { Clock } from "./clock.ts";
import type { Keys } from "./keys.ts";
import type { Opaque } from "./opaque.ts";
import type { Database } from "./store/database.ts";

export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

/** What is counted; `metrics.ts` shows it. */
export type Happening =
  | "attempt-spent"
  | "attempt-refused"
  | "login"
  | "registration"
  | "reset"
  | "erasure"
  | "deletion";

export type Vault = {
  readonly keys: Keys;
  readonly opaque: Opaque;
  readonly database: Database;
  readonly clock: Clock;
  readonly registration: RegistrationMode;
  /** Where people ask it, and nowhere else; known once it listens. */
  readonly origins: () => readonly string[];
  readonly count: (happening: Happening, times?: number) => void;
};
