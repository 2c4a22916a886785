/** Shows one key of the opened file: rows with checks, facts, a button that copies. */
import { dayOf } from "../copies/export-entry.ts";
import { type Sheet, sheetOf } from "../copies/paper/sheet.ts";
import type { Entry } from "../core/keyring/opened-keyring.ts";
import { heldPlaces } from "../core/keyring/verified-places.ts";
import { knownPlaceText } from "../ui/text/en/places.ts";
import { copyButtonName, factNames, readerText } from "../ui/text/en/reader.ts";
import { entryName, keyRowName, press, words } from "../ui/text/en/shared-words.ts";

type Tag = keyof HTMLElementTagNameMap;

/** Makes an element with these children. Strings become text nodes, never markup. */
export function make<T extends Tag>(tag: T, ...children: (Node | string)[]): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

function rowsTable({ rows }: Sheet): HTMLTableElement {
  const table = make(
    "table",
    ...rows.map(({ letter, groups, check }) => {
      const head = make("th", letter);
      head.scope = "row";
      head.ariaLabel = keyRowName(letter);
      const last = make("td", check);
      last.className = "check";
      last.title = words.check;
      return make("tr", head, ...groups.map((group) => make("td", group)), last);
    }),
  );
  table.dir = "ltr";
  table.translate = false;
  return table;
}

function facts(entry: Entry, sheet: Sheet): HTMLDListElement {
  const state = [
    ...(entry.supersededBy === null ? [] : [readerText.replaced]),
    ...(entry.deletedAtMs === null ? [] : [readerText.deleted]),
  ];
  const places = heldPlaces(entry).map((place) => knownPlaceText(place, dayOf));
  const pairs: [string, string][] = [
    [factNames.keyId, sheet.keyId],
    [factNames.state, state.join("; ")],
    [factNames.opens, readerText.opens[sheet.origin]],
    [factNames.phone, sheet.phoneEnding],
    [factNames.saved, sheet.savedOn],
    [factNames.tested, entry.testedAtMs === null ? "" : dayOf(entry.testedAtMs)],
    [factNames.places, places.join("\n")],
    [factNames.note, sheet.note],
  ];
  const shown = pairs.filter(([, value]) => value !== "");
  return make("dl", ...shown.flatMap(([name, value]) => [make("dt", name), make("dd", value)]));
}

/** @param copy - puts the 64 digits on the clipboard. */
export function showEntry(entry: Entry, copy: (hex: string) => void): HTMLElement {
  const sheet = sheetOf(entry);
  const name = entryName(sheet);
  const button = make("button", press.copy);
  button.type = "button";
  button.ariaLabel = copyButtonName(name, sheet.keyId);
  button.addEventListener("click", () => copy(sheet.hex));
  return make("article", make("h2", name), rowsTable(sheet), button, facts(entry, sheet));
}
