/** Finds the files to work on: those that were named, and those in the folders that were named. */
import { lstat, readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { FoundWrong } from "../ui/text/en/command.ts";
import { type FileSource, fileSource } from "./file-source.ts";

export type FoundFile =
  /** `file`: the path for the user. The path in `source` begins with the name of the named folder. */
  | { file: string; source: FileSource }
  /** `why`: an error code of the system, or one of {@link FoundWrong}. */
  | { file: string; why: string };

const NOT_A_FILE = "not-a-file" satisfies FoundWrong;
const EMPTY_FOLDER = "empty-folder" satisfies FoundWrong;

const NAME_NOT_UTF8 = "name-not-utf8" satisfies FoundWrong;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Node cannot find a file again by a name that it had to change. */
function nameFrom(bytes: Uint8Array): { shown: string; isWrong: boolean } {
  try {
    return { shown: utf8.decode(bytes), isWrong: false };
  } catch {
    return { shown: new TextDecoder().decode(bytes), isWrong: true };
  }
}

const codeOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code;
};

function foundFile(
  file: string,
  path: string,
  { size, mtimeMs }: { size: number; mtimeMs: number },
): FoundFile {
  return { file, source: fileSource(file, { path, name: basename(file), size, modifiedAtMs: mtimeMs }) };
}

/** Does not follow links in folders: they may lead anywhere, or in a circle. */
async function* filesIn(folder: string, path: string): AsyncGenerator<FoundFile> {
  let names: string[];
  try {
    const read = (await readdir(folder, { encoding: "buffer" })).map(nameFrom);
    for (const { shown, isWrong } of read)
      if (isWrong) yield { file: join(folder, shown), why: NAME_NOT_UTF8 };
    names = read.flatMap(({ shown, isWrong }) => (isWrong ? [] : [shown])).sort();
  } catch (error) {
    yield { file: folder, why: codeOf(error) };
    return;
  }
  for (const name of names) {
    const file = join(folder, name);
    try {
      const facts = await lstat(file);
      if (facts.isDirectory()) yield* filesIn(file, `${path}/${name}`);
      else yield facts.isFile() ? foundFile(file, `${path}/${name}`, facts) : { file, why: NOT_A_FILE };
    } catch (error) {
      yield { file, why: codeOf(error) };
    }
  }
}

/** In the order in which they were named. Files in a folder are sorted by name. */
export async function* findFiles(named: readonly string[]): AsyncGenerator<FoundFile> {
  for (const file of named) {
    try {
      const facts = await stat(file);
      if (facts.isFile()) yield foundFile(file, basename(file), facts);
      else if (!facts.isDirectory()) yield { file, why: NOT_A_FILE };
      else {
        let count = 0;
        for await (const found of filesIn(file, basename(resolve(file)))) {
          count += 1;
          yield found;
        }
        if (count === 0) yield { file, why: EMPTY_FOLDER };
      }
    } catch (error) {
      const code = codeOf(error);
      yield { file, why: code === "ENOENT" && file.includes("\ufffd") ? NAME_NOT_UTF8 : code };
    }
  }
}
