/** What a verdict means for the file at hand. */
import type { Kind } from "../backup/kind.ts";
import type { Proof } from "../backup/prove.ts";
import type { Checked } from "../backup/sealed-pass.ts";
import { fingerprint } from "../core/key/backup-key.ts";
import type { KeyInHand } from "./key-input.ts";

/** Which of several keys; empty for the only one. The fingerprint gives nothing of the key away. */
export function whichKeys(places: readonly number[], keys: readonly KeyInHand[]): string {
  if (keys.length < 2 || places.length === 0) return "";
  const named = places.map((at) => {
    const key = keys[at] as KeyInHand;
    return `${at + 1}${key.kind === "backup-key" ? ` (fingerprint ${fingerprint(key.key)})` : ""}`;
  });
  return `Key ${named.join(" and key ")} of ${keys.length}. `;
}

function otherSecret(kind: Kind): string {
  const secret = "prefix" in kind ? kind.prefix.secret : null;
  if (secret === "password" || secret === "passkey")
    return ` Its owner was given a ${secret}, not a 64-digit key.`;
  return secret === "whatsapp" ? " It needs WhatsApp's own key file." : "";
}

export function proofText(proof: Proof, kind: Kind): string {
  switch (proof.verdict) {
    case "right-key":
      return proof.read === "whole"
        ? "The whole file fits; `check` also compares its checksum."
        : "The beginning fits; `check` proves the rest.";
    case "not-its-key":
      return `No key that was given fits its beginning.${otherSecret(kind)}`;
    case "damaged":
      return "The key fits, but the file is damaged. Copy it again from where it came.";
    default:
      return proof.verdict === "not-a-backup"
        ? ""
        : "Too little of it can be recognised. `check` reads the whole file.";
  }
}

export function checkedText({ verdict, md5, tag }: Checked, kind: Kind): string {
  switch (verdict) {
    case "right-key":
      return md5 === "ok"
        ? "The file is complete: tag and checksum fit."
        : "The file is complete: its tag fits.";
    case "not-its-key":
      return md5 === "ok"
        ? `The file is whole, but no key that was given opens it.${otherSecret(kind)}`
        : `No key that was given opens it.${otherSecret(kind)}`;
    case "damaged":
      return tag === "ok"
        ? "What is inside is whole; the header or the checksum is not."
        : "The key is right; the file is damaged or cut short. Copy it again from where it came.";
    case "altered":
      return "The key is right and the checksum fits, but the file was changed after it was locked.";
    case "cannot-tell":
      return "No key that was given opens it, and no checksum says that it is whole: the key or the file may be wrong.";
    default:
      return "";
  }
}
