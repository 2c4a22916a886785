/**
 * Searches a browser's whole profile on disk for secrets. A report names file, form and place, never the
 * secret.
 *
 * Finding nothing means something only with a control: a test also types a value into an ordinary field and
 * checks that the search finds it.
 */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { needlesOf, type Secret } from "./canary-forms.ts";
import { layersOf } from "./canary-layers.ts";
import { Search } from "./canary-search.ts";

export type { Secret } from "./canary-forms.ts";
export type Finding = {
  /** The name of the secret. */
  secret: string;
  /** Relative to the profile. */
  file: string;
  /** `file`, or what was unpacked: `mozLz4`, `LevelDB table`, … */
  layer: string;
  form: string;
  /** In bytes from the layer's start; -1 for a file's name. */
  offset: number;
};

export async function searchProfile(directory: string, secrets: Secret[]): Promise<Finding[]> {
  const search = new Search(secrets.map(needlesOf));
  const findings: Finding[] = [];
  let files = 0;
  for (const file of await readdir(directory, { recursive: true })) {
    for (const match of search.in(Buffer.from(file)))
      findings.push({ ...match, file, layer: "name", offset: -1 });
    const bytes = await readIfFile(join(directory, file));
    if (!bytes) continue;
    files++;
    for (const layer of layersOf(file, bytes)) {
      for (const match of search.in(layer.bytes)) findings.push({ file, layer: layer.name, ...match });
    }
  }
  if (files === 0) throw new Error(`no files in ${directory}`);
  return findings;
}

/** Sockets and links are no files; a file may go while a browser runs, so close it before the search. */
async function readIfFile(path: string): Promise<Buffer | undefined> {
  return (await lstat(path)).isFile() ? readFile(path) : undefined;
}
