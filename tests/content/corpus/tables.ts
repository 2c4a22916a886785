/** The tables of docs/fill.md: what each sign says, and how well they do. */
import { AGAINST, FOR } from "../../../src/content/score.ts";
import type { Tally } from "./tally.ts";

const SAID: Record<string, string> = {
  "number-64": "says 64, not as a counter or the most that fits",
  "key-word": "a key word",
  "backup-word": "a backup or restore word",
  "short-code": "its name or heading: PIN, one-time or verification code, 4 to 10 or 40 digits",
  "other-code": "boxes under words of such a code or a password, and none of a key or of 64",
  making: "its name or heading: create, save, choose, turn on",
  confirming: "the text: generate a key, confirm it",
  "other-secret": "hash, token, wallet, licence, another kind of key",
  "named-otherwise": "one field, named as something else than the key, or as what the user calls it",
  named: "boxes, named as what the user calls or writes",
};

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

export function signsTable(): string {
  const rows = [
    ...FOR.map(({ signal }) => `| ${SAID[signal]} | for |`),
    ...AGAINST.map(({ signal }) => `| ${SAID[signal]} | against |`),
  ];
  return ["| Sign | |", "|---|---|", ...rows].join("\n");
}

function qualityRow(part: string, { forms, others, offered, falselyOffered }: Tally): string {
  const precision = percent(offered, offered + falselyOffered);
  return `| ${part} | ${forms} | ${others} | ${precision} | ${percent(offered, forms)} |`;
}

export function qualityTable(seen: Tally, read: Tally, unseen: Tally): string {
  return [
    "| Part | Restore forms | Other fields | Precision | Recall |",
    "|---|---|---|---|---|",
    qualityRow("eleven languages", seen),
    qualityRow("the same, written blind", read),
    qualityRow("nineteen further ones, written blind", unseen),
  ].join("\n");
}

/** The text with what stands between the two marks of this name replaced. */
export function between(text: string, name: string, table: string): string {
  const [from, to] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const start = text.indexOf(from) + from.length;
  const end = text.indexOf(to);
  if (!text.includes(from) || end < start) throw new Error(`no marks for ${name}`);
  return text.slice(0, start) + table + text.slice(end);
}
