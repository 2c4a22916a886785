/** The tables of docs/fill.md: what each signal counts, and how well that does. */
import { RULES } from "../../../src/content/score.ts";
import type { Tally } from "./fit.ts";

const SAID: Record<string, string> = {
  "number-64": "says 64",
  "takes-64": "takes exactly 64",
  "key-word": "a key word",
  "backup-word": "a backup or restore word",
  dialog: "in a dialog",
  "short-code": "PIN, one-time or verification code, 4 to 10 or 40 digits",
  making: "create, save, choose, turn on",
  "other-secret": "hash, token, wallet, licence, another kind of key",
  "named-otherwise": "one field, named as something else than the key, or as what the user calls it",
};

const minus = (points: number) => String(points).replace("-", "−");
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

export function weightsTable(): string {
  const rows = RULES.map(({ signal, points }) => `| ${SAID[signal]} | ${minus(points)} |`);
  return ["| Signal | Points |", "|---|---|", ...rows].join("\n");
}

function qualityRow(part: string, { forms, others, offered, falselyOffered }: Tally): string {
  const precision = percent(offered, offered + falselyOffered);
  return `| ${part} | ${forms} | ${others} | ${precision} | ${percent(offered, forms)} |`;
}

export function qualityTable(fitted: Tally, others: Tally, unseen: Tally): string {
  return [
    "| Part | Restore forms | Other fields | Precision | Recall |",
    "|---|---|---|---|---|",
    qualityRow("fitted on", fitted),
    qualityRow("reported on", others),
    qualityRow("unseen wordings", unseen),
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
