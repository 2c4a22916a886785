/** The labelled corpus, and which half a case belongs to. */
import { LAYOUTS } from "./layouts.ts";
import { OTHER_WORDINGS } from "./others.ts";
import { UNSEEN_OTHERS, UNSEEN_RESTORES } from "./unseen.ts";
import { BOX_WORDINGS, RESTORE_WORDINGS, type Wording } from "./wordings.ts";

/** `group`: cases of one wording share it, so that no wording is both fitted and reported on. */
export type Case = { name: string; group: string; restore: boolean; html: string };

function laidOut(group: string, wording: Wording, restore: boolean): Case[] {
  return Object.entries(LAYOUTS).map(([layout, html]) => ({
    name: `${group}, ${layout}`,
    group,
    restore,
    html: html(wording),
  }));
}

function casesOf(kind: string, wordings: Record<string, readonly Wording[]>, restore: boolean): Case[] {
  return Object.entries(wordings).flatMap(([language, list]) =>
    list.flatMap((wording) =>
      laidOut(`${kind}, ${language}: ${wording[0]} / ${wording[2]}`, wording, restore),
    ),
  );
}

export const CASES: readonly Case[] = [
  ...casesOf("restore", RESTORE_WORDINGS, true),
  ...casesOf("restore", BOX_WORDINGS, true).filter(({ name }) => name.endsWith("boxes")),
  ...Object.entries(OTHER_WORDINGS).flatMap(([kind, wordings]) => casesOf(kind, wordings, false)),
];

/** In neither half: only measured, see unseen.ts. */
export const UNSEEN_CASES: readonly Case[] = [
  ...casesOf("unseen restore", UNSEEN_RESTORES, true),
  ...casesOf("unseen other", UNSEEN_OTHERS, false),
];

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** The half that the weights are fitted on; the other is only reported on. The lowest bit of FNV is weak. */
export function isFitted(group: string): boolean {
  return ((hashOf(group) >>> 16) & 1) === 0;
}
