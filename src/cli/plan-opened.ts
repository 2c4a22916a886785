/**
 * Where each opened file is going to lie, decided before anything is decrypted: the same files get the same names
 * in every run, and two that would have one name get numbers.
 */
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { MANIFEST_NAME } from "../backup/checksum-list.ts";
import { deriveFor } from "../backup/derive.ts";
import { type Kind, recognise } from "../backup/kind.ts";
import {
  type Described,
  LONGEST_METADATA,
  readDescription,
  readMetadata,
  tryMetadata,
} from "../backup/media.ts";
import { openedName, safeName, safePath } from "../backup/names.ts";
import { distinctPaths } from "../core/file-names.ts";
import type { FileSource } from "./file-source.ts";
import type { FoundFile } from "./find-files.ts";
import type { KeyInHand } from "./key-input.ts";
import { keysToTry } from "./look-at-files.ts";

/**
 * `path`: below the output folder; null for media that nothing beside it names, whose first bytes give the ending.
 * `described`: of media, what the file beside says.
 */
export type Planned = { path: string | null; described: Described | null };
export type Plan = ReadonlyMap<FileSource, Planned>;

/** What the metadata beside a media file says, under the first key that opens it. */
async function descriptionBeside(file: string, keys: readonly KeyInHand[]): Promise<Described | null> {
  const beside = `${file}-metadata`;
  const facts = await stat(beside).catch(() => null);
  if (!facts?.isFile() || facts.size > LONGEST_METADATA) return null;
  const metadata = readMetadata(await readFile(beside).catch(() => new Uint8Array(0)));
  for (const key of keys) {
    if (!metadata || key.kind !== "backup-key") continue;
    const read = await tryMetadata(await deriveFor(key.key, { use: "media-metadata" }), metadata);
    if (read.answer === "right-key") return readDescription(read.json);
  }
  return null;
}

async function nameOf(file: string, source: FileSource, kind: Kind, keys: readonly KeyInHand[]) {
  if (kind.kind === "media") {
    const described = await descriptionBeside(file, keys);
    return { name: described?.path ?? null, described };
  }
  if (kind.kind === "media-metadata") return { name: `${safeName(source.name)}.json`, described: null };
  const { test } = await keysToTry(file, source, kind, keys);
  return { name: openedName(source.name, test.payload), described: null };
}

async function plan(found: readonly FoundFile[], keys: readonly KeyInHand[]): Promise<Plan> {
  const wanted: { source: FileSource; planned: Planned }[] = [];
  for (const each of found) {
    if (!("source" in each)) continue;
    const { file, source } = each;
    try {
      const kind = await recognise(source);
      const { name, described } = await nameOf(file, source, kind, keys);
      const folder = dirname(source.path);
      const path = name === null || folder === "." ? name : `${safePath(folder)}/${name}`;
      wanted.push({ source, planned: { path, described } });
    } catch {
      // It cannot be read: the act itself says so.
    } finally {
      await source.close();
    }
  }
  const asked = wanted.flatMap(({ planned: { path } }) => path ?? []);
  const paths = distinctPaths(asked, [MANIFEST_NAME]).values();
  return new Map(
    wanted.map(({ source, planned }) => [
      source,
      planned.path === null ? planned : { ...planned, path: paths.next().value as string },
    ]),
  );
}

/** Plans once for each set of keys: `--repair` may find one more. */
export function startPlans(found: readonly FoundFile[]): (keys: readonly KeyInHand[]) => Promise<Plan> {
  const plans = new WeakMap<readonly KeyInHand[], Promise<Plan>>();
  return (keys) => {
    const planned = plans.get(keys) ?? plan(found, keys);
    plans.set(keys, planned);
    return planned;
  };
}
