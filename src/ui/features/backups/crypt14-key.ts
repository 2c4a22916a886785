/**
 * WhatsApp's own `key` file, for crypt12 and crypt14. It stays in this page's memory until the view is left.
 */

import type { Kind } from "../../../backup/kind.ts";
import type { Source } from "../../../backup/source.ts";
import { type Bytes, wipe } from "../../../core/bytes.ts";
import { readKeyFile } from "../../../core/key/key-file.ts";

/** The key of a `key` file has no entry. Among the ids of entries, this one means that key. */
export const CRYPT14_KEY_ID = "crypt14-key";

export function isCrypt14Key(kind: Kind | null): boolean {
  return kind?.kind === "key-file" && kind.holds === "crypt14-key";
}

export type Crypt14Key = {
  /** The AES key, 32 bytes that the caller must wipe. Null if no such file was dropped. */
  read(): Bytes | null;
  isThere(): boolean;
  take(source: Source): Promise<void>;
  forget(): void;
};

export function createCrypt14Key(): Crypt14Key {
  let kept: Bytes | null = null;
  const forget = () => {
    wipe(kept);
    kept = null;
  };
  return {
    read: () => kept?.slice() ?? null,
    isThere: () => kept !== null,
    async take(source) {
      const bytes = await source.read(0, source.size);
      const file = readKeyFile(bytes);
      wipe(bytes);
      if (file?.kind !== "crypt14-key") return;
      forget();
      kept = file.fileKey;
    },
    forget,
  };
}
