/** Keys that cannot fit a file at all: of the wrong kind, or of another registration. */
import type { Kind } from "../backup/kind.ts";
import { isOtherRegistration } from "../backup/phone-registration.ts";
import { commandText } from "../ui/text/en/command.ts";
import type { Answer } from "./file-answer.ts";
import type { KeyInHand } from "./key-input.ts";

const MAY_NOT_FIT = ["not-its-key", "cannot-tell"];

/** The answer with the certain reason, if there is one for all of the keys. */
export function withWrongKind(answer: Answer, kind: Kind, keys: readonly KeyInHand[]): Answer {
  if (!MAY_NOT_FIT.includes(answer.verdict ?? "") || keys.length === 0) return answer;
  const areDigits = keys.every((key) => key.kind === "backup-key");
  const areFiles = keys.every((key) => key.kind === "crypt14-key");
  const isOwn = kind.kind === "crypt14" || kind.kind === "crypt12";
  if (isOwn && keys.every((key) => isOtherRegistration(kind.prefix, key)))
    return { ...answer, verdict: "not-its-key", said: commandText.otherRegistration };
  // A damaged header may show another kind than the file has, so the verdict stays.
  if (isOwn && areDigits) return { ...answer, said: commandText.otherKeys };
  const takesDigits = ["crypt15", "media", "media-metadata"].includes(kind.kind);
  return takesDigits && areFiles ? { ...answer, said: commandText.needsDigits } : answer;
}
