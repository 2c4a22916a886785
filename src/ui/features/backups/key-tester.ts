/** Asks the background which of its keys fit a few bytes of a file. */
import type { KeyTester } from "../../../backup/key-test.ts";
import { type Attempt, type Challenge, tryFileKey } from "../../../backup/try-key.ts";
import { toBase64, wipe } from "../../../core/bytes.ts";
import type { BackupAttempt } from "../../../protocol/page.ts";
import type { BackupChallenge } from "../../../protocol/requests/backup.ts";
import { CRYPT14_KEY_ID } from "./crypt14-key.ts";
import type { Keys } from "./opener.ts";

function wireOf(challenge: Challenge): BackupChallenge {
  if (challenge.ask === "metadata") return { ask: "metadata", file: toBase64(challenge.file) };
  if (challenge.ask === "start") {
    return { ask: "start", iv: toBase64(challenge.iv), start: toBase64(challenge.start) };
  }
  const { purpose, iv, data } = challenge;
  return { ask: "tag", purpose, iv: iv && toBase64(iv), data: toBase64(data) };
}

function attemptOf({ answer, payload }: BackupAttempt): Attempt {
  if (answer !== "right-key") return { answer };
  const known = (["sqlite", "zip"] as const).find((kind) => kind === payload);
  return { answer, payload: known ?? null };
}

/** Rejects with the kit's `RefusedError`: Sixtyfour is locked, or the result could not be stored. */
export function testerOf({ ask, crypt14 }: Keys): KeyTester {
  return async (challenge) => {
    const { attempts } = await ask("backup.test", { challenge: wireOf(challenge) });
    const answers = attempts.map((tried) => ({ name: tried.id, attempt: attemptOf(tried) }));
    const fileKey = crypt14.read();
    if (fileKey) answers.push({ name: CRYPT14_KEY_ID, attempt: await tryFileKey(fileKey, challenge) });
    wipe(fileKey);
    return answers;
  };
}
