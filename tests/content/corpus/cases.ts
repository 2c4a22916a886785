/** The labelled corpus, and which half a case belongs to. */
import { FITTED_LANGUAGES, KEY_JUST_MADE, KEY_MADE_LONG_AGO } from "./key-just-made.ts";
import { LAYOUTS } from "./layouts.ts";
import { ASKED, NEVER } from "./never.ts";
import { ASKED_COUNTED, NEVER_COUNTED } from "./never-counted.ts";
import { OTHER_WORDINGS } from "./others.ts";
import { UNSEEN_OTHERS, UNSEEN_RESTORES } from "./unseen.ts";
import { LAST_OTHERS, LAST_RESTORES } from "./unseen-last.ts";
import { MORE_OTHERS, MORE_RESTORES } from "./unseen-more.ts";
import { NEW_KEY_OTHERS, NEW_PHONE_RESTORES } from "./unseen-new-phone.ts";
import { BOX_WORDINGS, RESTORE_WORDINGS, type Wording } from "./wordings.ts";

/** `group`: cases of one wording share it. */
export type Case = { name: string; group: string; restore: boolean; html: string };

function laidOut(group: string, wording: Wording, restore: boolean): Case[] {
  return Object.entries(LAYOUTS).map(([layout, html]) => ({
    name: `${group}, ${layout}`,
    group,
    restore,
    html: html(wording),
  }));
}

type Wordings = Record<string, readonly Wording[]>;

function casesOf(kind: string, wordings: Wordings, restore: boolean): Case[] {
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

/** Measured, and words mended after it once: see unseen.ts. */
export const UNSEEN_CASES: readonly Case[] = [
  ...casesOf("unseen restore", UNSEEN_RESTORES, true),
  ...casesOf("unseen other", UNSEEN_OTHERS, false),
];

/** Measured, and words mended after it once: see unseen-more.ts. */
export const MORE_CASES: readonly Case[] = [
  ...casesOf("more restore", MORE_RESTORES, true),
  ...casesOf("more other", MORE_OTHERS, false),
];

/** Measured, and the words for a new key mended after it: see unseen-last.ts. */
export const LAST_CASES: readonly Case[] = [
  ...casesOf("last restore", LAST_RESTORES, true),
  ...casesOf("last other", LAST_OTHERS, false),
];

/** Measured once, and nothing mended by it: see unseen-new-phone.ts. */
export const NEW_PHONE_CASES: readonly Case[] = [
  ...casesOf("new phone", NEW_PHONE_RESTORES, true),
  ...casesOf("new key", NEW_KEY_OTHERS, false),
];

const inHalf = (wordings: Wordings, isFitted: boolean): Wordings =>
  Object.fromEntries(
    Object.entries(wordings).filter(([language]) => FITTED_LANGUAGES.includes(language) === isFitted),
  );

/** The half of the languages that words were fitted on, or the other: see key-just-made.ts. */
export const keyAgeCases = (isFitted: boolean): readonly Case[] => [
  ...casesOf("key made long ago", inHalf(KEY_MADE_LONG_AGO, isFitted), true),
  ...casesOf("key just made", inHalf(KEY_JUST_MADE, isFitted), false),
];

/** Measured, and words mended after it: see never.ts. */
export const NEVER_CASES: readonly Case[] = [
  ...casesOf("asked", ASKED, true),
  ...casesOf("never", NEVER, false),
];

/** Measured once, after the words were mended by the set before: see never-counted.ts. */
export const NEVER_COUNTED_CASES: readonly Case[] = [
  ...casesOf("asked", ASKED_COUNTED, true),
  ...casesOf("never", NEVER_COUNTED, false),
];
