/** A vault double, a line to it that can be tampered with or cut, and a key to keep there. */

import { randomId } from "../../src/core/bytes.ts";
import { generateBackupKey } from "../../src/core/key/backup-key.ts";
import type { VaultAccount } from "../../src/core/keyring/vault-record.ts";
import { type Path, PROBLEMS, type ProblemCode } from "../../src/protocol/vault/wire.ts";
import { beginEnrol } from "../../src/vault-client/enrol.ts";
import type { Answer, Exchange } from "../../src/vault-client/exchange.ts";
import type { Outcome } from "../../src/vault-client/outcome.ts";
import { finishPending } from "../../src/vault-client/pending.ts";
import { addDevice } from "../../src/vault-client/restore.ts";
import type { KeyContent } from "../../src/vault-client/sealed-key.ts";
import { stretchings } from "../support/cheap-stretchings.ts";
import { makeVaultDouble, type VaultDouble } from "../support/vault-double.ts";

export const ADDRESS = "https://vault.example.org";
export const NAME = "olive-tractor-noon-violin";
export const PASSWORD = "Ein sehr geheimes Passwort é";

/** The real cost is paid once, in enrol.test.ts. */
export const QUICK = stretchings;

type Sent = { path: string; body: string | null; headers: Readonly<Record<string, string>> };

export type Line = Exchange & {
  sent: Sent[];
  /** The next request is lost on its way, or its answer is. */
  lose: { path: string; what: "request" | "answer" } | null;
  tamper: ((path: string, answer: Answer) => Answer) | null;
};

export function lineTo(vault: VaultDouble): Line {
  const exchange: Exchange = async (path, body, headers) => {
    line.sent.push({ path, body, headers });
    const loss = line.lose?.path === path ? line.lose.what : null;
    if (loss) line.lose = null;
    if (loss === "request") throw new TypeError("Failed to fetch");
    const answer = vault.answer(path, body, headers);
    if (loss === "answer") return null;
    return line.tamper ? line.tamper(path, answer) : answer;
  };
  const line: Line = Object.assign(exchange, { sent: [], lose: null, tamper: null });
  return line;
}

/** Changes one endpoint's answers. */
export function tampering(path: Path | "/v2/vault", change: (reply: Record<string, unknown>) => unknown) {
  return (asked: string, answer: Answer): Answer =>
    asked === path && answer.status === 200
      ? { status: 200, text: JSON.stringify(change(JSON.parse(answer.text) as Record<string, unknown>)) }
      : answer;
}

/** Answers one endpoint with a refusal. */
export function refusing(path: Path, refused: ProblemCode) {
  const status = PROBLEMS[refused];
  const problem = { type: `urn:sixtyfour:${refused}`, title: refused, status, code: refused };
  return (asked: string, answer: Answer): Answer =>
    asked === path ? { status, text: JSON.stringify(problem) } : answer;
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`);
  return outcome.value;
}

export const code = (outcome: Outcome<unknown>): string => (outcome.ok ? "ok" : outcome.error.code);

export function someContent(): KeyContent {
  return {
    ...{ key: generateBackupKey(), label: "Mamas Telefon", phoneEnding: "0815", origin: "generated" },
    createdAtMs: 1_780_000_000_000,
  };
}

export type Setting = { vault: VaultDouble; line: Line; content: KeyContent; account: VaultAccount };

export function enrolWish(vault: VaultDouble, content: KeyContent, name = NAME) {
  const ids = { address: ADDRESS, name, entryId: randomId(), createdAtMs: vault.nowMs };
  return { ...ids, password: PASSWORD, pins: vault.facts(), content };
}

/** A key stored in a vault and verified there, with an empty log. */
export async function enrolled(vault = makeVaultDouble(), name = NAME): Promise<Setting> {
  const [line, content] = [lineTo(vault), someContent()];
  const begun = value(await beginEnrol(line, enrolWish(vault, content, name), QUICK));
  const stored = value(await finishPending(line, begun));
  const known = { password: PASSWORD, key: content.key };
  const { account } = value(await addDevice(line, stored, known, QUICK));
  line.sent.length = 0;
  return { vault, line, content, account };
}
