/**
 * Several states of a keyring, or several keyrings, become one: what any of them holds is kept.
 *
 * The same key is one entry afterwards. What merging keeps does not depend on the order in which states are
 * given:
 *
 * - name, phone ending: the newest state's that is not empty · notes: every line of every note, the newest's first
 * - saved: the earliest · used, tested: the latest · places: each one, with its latest check or loss
 * - deleted: only where every state that has the key says so · replaced: where any state says so
 * - made here rather than added, where any state says so: whoever typed the key in elsewhere could not know
 * - settings: the newest state's · notes of vaults: the newest of each, with the highest state of the record that
 *   its vault has signed; forgotten where any state says so
 *
 * An id belongs to one key. Ids and dates of the keyring that takes others in stay with its keys. Where two other keys
 * come with one id, the smaller key keeps it and the others get ids derived from both, the same ones on every
 * browser.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "../bytes.ts";
import { formatBackupKey } from "../key/backup-key.ts";
import { mergeEntries } from "./merge-entries.ts";
import { mergeVaultNotes } from "./merge-vault-notes.ts";
import type { Entry, Keyring, VaultNote } from "./opened-keyring.ts";
import { cutCycles } from "./supersession.ts";
import { parseVaultAccount, type VaultAccount } from "./vault-record.ts";

/** A keyring as it was at a time, milliseconds since 1970: now for the open one, an export's own for that. */
export type DatedKeyring = { keyring: Keyring; atMs: number };

export type Merged = {
  keyring: Keyring;
  /** Ids of entries whose notes are too long together: the oldest lines are not in them. */
  shortened: string[];
};

/**
 * One state's view of a key; `replacedBy`: the hex of the key that replaced it, or an id that no state has.
 */
type View = { entry: Entry; hex: string; replacedBy: { hex: string } | { id: string } | null };

const hexByIdIn = (entries: readonly Entry[]) => new Map(entries.map((e) => [e.id, formatBackupKey(e.key)]));

/** @param elsewhere - what ids mean in the other states, for those that are not in this one. */
function viewsOf({ entries }: Keyring, elsewhere: ReadonlyMap<string, string>): View[] {
  const here = hexByIdIn(entries);
  return entries.map((entry) => {
    const { supersededBy: id } = entry;
    const hex = id === null ? undefined : (here.get(id) ?? elsewhere.get(id));
    const replacedBy = id === null ? null : hex === undefined ? { id } : { hex };
    return { entry, hex: formatBackupKey(entry.key), replacedBy };
  });
}

function derivedId(id: string, hex: string): string {
  return bytesToHex(sha256(utf8ToBytes(`sixtyfour/v1/entry-id\0${id}${hex}`)).subarray(0, 16));
}

/** An id for each key: that of its earliest entry, unless a key of `home` or a smaller one has it. */
function chooseIds(groups: ReadonlyMap<string, readonly View[]>, home: Keyring | null): Map<string, string> {
  const ids = new Map((home?.entries ?? []).map(({ id, key }) => [formatBackupKey(key), id]));
  const taken = new Set(ids.values());
  for (const hex of [...groups.keys()].sort()) {
    if (ids.has(hex)) continue;
    const views = groups.get(hex) ?? [];
    const [first] = views
      .map(({ entry }) => entry)
      .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
    let id = first?.id ?? "";
    while (taken.has(id)) id = derivedId(id, hex);
    taken.add(id);
    ids.set(hex, id);
  }
  return ids;
}

/**
 * The newest state first; of two at one time the one whose text is greater, so that their order tells
 * nothing.
 */
function newestFirst(states: readonly DatedKeyring[]): Keyring[] {
  const text = ({ settings, entries, vaults }: Keyring) =>
    JSON.stringify([settings, vaults, entries.map((e) => ({ ...e, key: formatBackupKey(e.key) }))]);
  return [...states]
    .sort((a, b) => b.atMs - a.atMs || (text(a.keyring) < text(b.keyring) ? 1 : -1))
    .map(({ keyring }) => keyring);
}

/**
 * A note names its entry by id. In an account that is the only id that follows: an address may be made to look
 * like one. In what only a newer program can read, nothing else is likely to: an id has 128 random bits.
 */
function notesOf({ entries, vaults }: Keyring, ids: ReadonlyMap<string, string>): VaultNote[] {
  const now = (id: string) => renamed.get(id) ?? id;
  const renamed = new Map(
    entries.flatMap(({ id, key }) => {
      const chosen = ids.get(formatBackupKey(key)) ?? id;
      return chosen === id ? [] : [[id, chosen] as const];
    }),
  );
  const follow = (text: string) => {
    const account = parseVaultAccount(text);
    if (account === null) {
      const moved = text.replace(/[0-9a-f]{32}/g, now);
      // Nobody was shown the address of an account that would only begin here.
      return parseVaultAccount(moved) === null ? moved : text;
    }
    const entryId = now(account.entryId);
    return entryId === account.entryId ? text : JSON.stringify({ ...account, entryId });
  };
  return renamed.size === 0 ? vaults : vaults.map((note) => ({ ...note, text: follow(note.text) }));
}

type Merging = {
  /** One of the states: the keyring that takes the others in. */
  home?: Keyring;
  /** Accounts whose state the vault itself has signed. */
  verified?: readonly VaultAccount[];
};

/**
 * @param states - one or more, in any order.
 * @returns one keyring, entries in the order in which they were saved. It may be more than a keyring takes.
 */
export function mergeKeyrings(states: readonly DatedKeyring[], { home, verified }: Merging = {}): Merged {
  const ordered = newestFirst(states);
  const [newest] = ordered;
  if (newest === undefined) throw new RangeError("nothing to merge");
  const groups = new Map<string, View[]>();
  const known = hexByIdIn(ordered.flatMap(({ entries }) => entries));
  for (const view of ordered.flatMap((state) => viewsOf(state, known))) {
    const group = groups.get(view.hex);
    if (group) group.push(view);
    else groups.set(view.hex, [view]);
  }
  const ids = chooseIds(groups, home ?? null);
  const vaults = mergeVaultNotes(
    ordered.map((state) => notesOf(state, ids)),
    verified,
  );

  const own = new Map((home?.entries ?? []).map((entry) => [formatBackupKey(entry.key), entry]));
  const entries: Entry[] = [];
  const shortened: string[] = [];
  for (const [hex, views] of groups) {
    const { entry, isShortened } = mergeEntries(views.map((view) => view.entry));
    const replaced = views.map((view) => view.replacedBy).filter((by) => by !== null);
    const [by = null] = [...replaced.filter((by) => "hex" in by), ...replaced];
    const supersededBy = by === null ? null : "hex" in by ? (ids.get(by.hex) ?? null) : by.id;
    const id = ids.get(hex) ?? entry.id;
    const createdAtMs = own.get(hex)?.createdAtMs ?? entry.createdAtMs;
    entries.push({ ...entry, id, createdAtMs, supersededBy });
    if (isShortened) shortened.push(id);
  }
  entries.sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
  return { keyring: { settings: newest.settings, entries: cutCycles(entries), vaults }, shortened };
}
