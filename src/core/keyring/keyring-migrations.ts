/**
 * From an older keyring body to the current one, a step a version. Pure, numbered, each with a frozen fixture
 * in tests/vectors.
 *
 * 1 → 2: `settings.drillAfterMs`, as there was no reminder.
 * 2 → 3: `vaults`, and `goneAtMs` of each place, as there were no vaults and no place was ever said to be gone.
 * 3 → 4: `kind` of each entry, as there was one kind of keys, and new names. `settings.drillAfterMs` is
 * `reminderAfterMs`, an entry's `provenAtMs` is `testedAtMs`, its `copies` are `places`, each with
 * `verifiedAtMs` for `provenAtMs`.
 * 4 → 5: `marks` of each entry, as there were none.
 */
import { fail, ok, type Result } from "../errors.ts";
import { isRecord } from "../shapes.ts";

export const BODY_VERSION = 5;

/** `steps[v]` turns a body of version v into one of version v + 1. */
export type Migrations = Readonly<Record<number, (body: Record<string, unknown>) => Record<string, unknown>>>;

type Raw = { [key: string]: unknown };

/** What is no list of objects stays as it is: the body is checked afterwards. */
function mapped(raw: unknown, change: (item: Raw) => Raw): unknown {
  return Array.isArray(raw) ? raw.map((item) => (isRecord(item) ? change(item) : item)) : raw;
}

const withoutLoss = (entry: Raw): Raw => ({
  ...entry,
  copies: mapped(entry["copies"], (copy) => ({ ...copy, goneAtMs: null })),
});

/** The same value under another name. What is not there under the old one stays away. */
function renamed(item: Raw, from: string, to: string): Raw {
  const { [from]: value, ...rest } = item;
  return from in item ? { ...rest, [to]: value } : rest;
}

function withNewNames(entry: Raw): Raw {
  const places = mapped(entry["copies"], (place) => renamed(place, "provenAtMs", "verifiedAtMs"));
  return renamed(renamed({ ...entry, copies: places }, "copies", "places"), "provenAtMs", "testedAtMs");
}

const MIGRATIONS: Migrations = {
  1: (body) => ({ ...body, settings: { ...(body["settings"] as object), drillAfterMs: null } }),
  2: (body) => ({ ...body, entries: mapped(body["entries"], withoutLoss), vaults: [] }),
  3: (body) => ({
    ...body,
    settings: isRecord(body["settings"])
      ? renamed(body["settings"], "drillAfterMs", "reminderAfterMs")
      : null,
    entries: mapped(body["entries"], (entry) => ({ ...withNewNames(entry), kind: "whatsapp-64" })),
  }),
  4: (body) => ({ ...body, entries: mapped(body["entries"], (entry) => ({ ...entry, marks: [] })) }),
};

/** @returns a body of version `current`, whose other properties are still to be checked. */
export function migrateBody(
  raw: unknown,
  steps: Migrations = MIGRATIONS,
  current: number = BODY_VERSION,
): Result<Record<string, unknown>, "damaged" | "unsupported-version"> {
  if (typeof raw !== "object" || raw === null) return fail("damaged");
  let body = raw as Record<string, unknown>;
  const version = body["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return fail("damaged");
  if (version > current) return fail("unsupported-version");
  for (let v = version; v < current; v++) {
    const step = steps[v];
    if (!step) return fail("damaged");
    body = { ...step(body), version: v + 1 };
  }
  return ok(body);
}
