/** The tables of docs/fill.md: what each sign says, and how well they do. */

import { AGAINST, FOR } from "../../../src/content/find/form-score.ts";
import { OTHER_BOXES } from "../../../src/content/find/other-boxes.ts";
import type { Tally } from "./tally.ts";

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

export function signsTable(): string {
  const rows = [
    ...FOR.map(([sign]) => `| ${sign} | for |`),
    ...[...AGAINST, OTHER_BOXES].map(([sign]) => `| ${sign} | against |`),
  ];
  return ["| Sign | |", "|---|---|", ...rows].join("\n");
}

function qualityRow(part: string, { forms, others, offered, falselyOffered }: Tally): string {
  const precision = percent(offered, offered + falselyOffered);
  return `| ${part} | ${forms} | ${others} | ${precision} | ${percent(offered, forms)} |`;
}

/** @param parts - by what they are. */
export function qualityTable(parts: Record<string, Tally>): string {
  return [
    "| Part | Restore forms | Other fields | Precision | Recall |",
    "|---|---|---|---|---|",
    ...Object.entries(parts).map(([part, tally]) => qualityRow(part, tally)),
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
