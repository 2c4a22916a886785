/**
 * What is being typed about a key, each field by itself, and when it is saved.
 *
 * A field that nobody types in shows what is stored. A field that another window has written in the meantime
 * is a conflict: nothing is saved there until the person has chosen.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { type EntryField, isPhoneEnding } from "../../../core/keyring/opened-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useSay } from "../../kit/say.tsx";
import { RefusedError, useActFailed, useAsk } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";

const FIELDS: readonly EntryField[] = ["label", "phoneEnding", "note"];

/** So long after the last letter it is saved: a lock can come at any moment, and must not take much with it. */
const SAVE_AFTER_MS = 2000;

/** `from`: what stood there when the typing began. `sent`: what the background is storing just now. */
type Edit = { text: string; from: string; sent: string | null };
type Edits = Partial<Record<EntryField, Edit>>;

type Why = "asked" | "typing" | "leaving";

type Details = Pick<EntrySummary, EntryField>;

export type EntryEdits = {
  /** What the boxes show. */
  values: Details;
  isChanged: boolean;
  /** Fields that another window has written since the typing began. */
  conflicts: EntryField[];
  change: (part: Partial<Details>) => void;
  save: () => void;
  /** Settles a conflict: what was typed here goes over the other text, or goes. */
  keepMine: (field: EntryField) => void;
  takeOther: (field: EntryField) => void;
};

export function useEntryEdits(entry: EntrySummary): EntryEdits {
  const ask = useAsk();
  const failed = useActFailed();
  const say = useSay();
  const { entryText, lockedText } = useText();
  // Outside the drawn state: a box that is left and Enter in it come one after the other, before it is drawn.
  const edits = useRef<Edits>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Since the last letter: by *Save*, Enter, or by leaving the box. */
  const isAsked = useRef(false);
  const isUntold = useRef(false);
  const [, redraw] = useState(0);

  const put = (field: EntryField, edit: Edit | undefined) => {
    if (edit) edits.current[field] = edit;
    else delete edits.current[field];
    redraw((times) => times + 1);
  };
  const isConflict = (field: EntryField): boolean => {
    const edit = edits.current[field];
    return edit !== undefined && ![edit.from, edit.text, edit.sent].includes(entry[field]);
  };

  const tellSaved = () => {
    if (isUntold.current) say.status(entryText.saved);
    isUntold.current = false;
  };

  const isWrong = (field: EntryField): boolean =>
    field === "phoneEnding" && !isPhoneEnding(edits.current.phoneEnding?.text ?? "");

  const saveField = async (field: EntryField, why: Why) => {
    const edit = edits.current[field];
    if (!edit || edit.text === edit.sent) return;
    const { text } = edit;
    if (isConflict(field) || isWrong(field)) {
      if (why === "leaving") say.alert(entryText.editDropped);
      return;
    }
    put(field, { ...edit, sent: text });
    try {
      await ask("entry.edit", { id: entry.id, field, from: edit.sent ?? edit.from, to: text });
      const now = edits.current[field];
      const isDone = now === undefined || now.text === text;
      put(field, isDone ? undefined : { ...now, from: text, sent: now.sent === text ? null : now.sent });
      isUntold.current = true;
      // Nobody is told in the middle of a sentence, nor of what is not there any more.
      if (isAsked.current && why !== "leaving") tellSaved();
    } catch (reason) {
      const now = edits.current[field];
      if (now) put(field, { ...now, sent: null });
      const isLocked = reason instanceof RefusedError && reason.code === "locked";
      if (isLocked) say.alert(lockedText.editDropped);
      else failed(reason);
    }
  };
  const saveAll = (why: Why) => {
    clearTimeout(timer.current);
    for (const field of FIELDS) void saveField(field, why);
  };
  const save = () => {
    if (isWrong("phoneEnding")) say.mistake(entryText.endingWrong);
    isAsked.current = true;
    saveAll("asked");
    if (Object.keys(edits.current).length === 0) tellSaved();
  };

  const latest = useLatest({ saveAll });
  useEffect(() => {
    const leave = () => latest.current.saveAll("leaving");
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [latest]);

  const change = (part: Partial<Details>) => {
    for (const field of FIELDS) {
      const text = part[field];
      if (text === undefined) continue;
      const edit = edits.current[field] ?? { from: entry[field], sent: null };
      const isUndone = text === edit.from && edit.sent === null;
      put(field, isUndone ? undefined : { ...edit, text });
    }
    isAsked.current = false;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current.saveAll("typing"), SAVE_AFTER_MS);
  };
  const keepMine = (field: EntryField) => {
    // It cannot be saved, so both texts stay to choose from.
    if (isWrong(field)) return say.mistake(entryText.endingWrong);
    const edit = edits.current[field];
    if (edit) put(field, { ...edit, from: entry[field], sent: null });
    isAsked.current = true;
    void saveField(field, "asked");
  };

  const typed = edits.current;
  return {
    values: {
      label: typed.label?.text ?? entry.label,
      phoneEnding: typed.phoneEnding?.text ?? entry.phoneEnding,
      note: typed.note?.text ?? entry.note,
    },
    isChanged: FIELDS.some((field) => typed[field] !== undefined),
    conflicts: FIELDS.filter(isConflict),
    change,
    save,
    keepMine,
    takeOther: (field) => put(field, undefined),
  };
}
