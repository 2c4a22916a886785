/** Restores a saved file as our pages do on first run, or in place of damaged keys: all that is in it. */
import { fromBase64 } from "../../src/core/bytes.ts";
import type { Result } from "../../src/core/errors.ts";
import type { DeriveKey } from "../../src/core/sealed/kdf.ts";
import type { PageRequestType, Payload, Value } from "../../src/protocol/page-requests.ts";
import { openForRestoring, restoreChosen } from "../../src/ui/features/keyring/restore-export.ts";
import { ActError, RefusedError } from "../../src/ui/kit/use-act.ts";
import { en } from "../../src/ui/text/en/english.ts";
import { deriveKey } from "./cheap-derivation.ts";

type Background = {
  ask<T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Result<Value<T>>>;
  nowMs(): number;
};

/** Was it thrown because the file is damaged? Nothing was asked of the background then. */
export const isOfDamagedFile = (thrown: unknown): boolean =>
  thrown instanceof ActError && thrown.sentence(en) === en.firstRunText.exportDamaged;

/**
 * @param sealed - of a saved file of encrypted keys, in base64. @returns how many keys are back; rejects with
 * what was refused, or because the file does not open.
 */
export async function restoreFile(
  background: Background,
  sealed: string,
  passphrase: string,
  { isDamaged = false, derive = deriveKey }: { isDamaged?: boolean; derive?: DeriveKey } = {},
): Promise<number> {
  const file = fromBase64(sealed);
  if (!file) throw new RangeError("not base64");
  const ask = async <T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Value<T>> => {
    const reply = await background.ask(type, payload);
    if (!reply.ok) throw new RefusedError(reply.error.code);
    return reply.value;
  };
  const opened = await openForRestoring({ deriveKey: derive }, "sealed-keyring", file, passphrase);
  return restoreChosen(background, ask, { ...opened, chosen: opened.findings, passphrase, isDamaged });
}
