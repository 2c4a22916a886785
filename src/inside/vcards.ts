/**
 * Names from a vCard file (RFC 6350 and the older forms of phones): number → name.
 *
 * Not done here: anything of a card but `FN`, `N` and `TEL`. A number without a country has to be matched by
 * its end, and is only taken where it has at least seven digits.
 */

const FEWEST_DIGITS = 7;
const MOST_CARDS = 100_000;
const MOST_NAME = 200;

export type NameOfNumber = (digits: string) => string | null;

/** Lines that begin with white space go on with the one before; `=` at an end does in quoted-printable. */
function unfold(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/=\n(?=[^\n:]*(?:\n|$))/g, "")
    .replace(/\n[ \t]/g, "")
    .split("\n");
}

function decodeQuoted(value: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at++) {
    const hex = /^=([0-9A-F]{2})/i.exec(value.slice(at, at + 3))?.[1];
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else {
      bytes.push(...new TextEncoder().encode(value[at]));
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

const withoutEscapes = (value: string): string => value.replace(/\\n/gi, " ").replace(/\\([,;:\\])/g, "$1");

type Property = { name: string; value: string };

function readProperty(line: string): Property | null {
  const colon = line.indexOf(":");
  if (colon < 0) return null;
  const [name = "", ...parameters] = line.slice(0, colon).split(";");
  const isQuoted = parameters.some((one) => /quoted-printable/i.test(one));
  const value = line.slice(colon + 1);
  return {
    // `item1.TEL` belongs to a group of properties.
    name: name.slice(name.lastIndexOf(".") + 1).toUpperCase(),
    value: isQuoted ? decodeQuoted(value) : value,
  };
}

/** `Family;Given;Middle` as people write it. */
function plainName(structured: string): string {
  const [family = "", given = "", middle = ""] = structured.split(/(?<!\\);/).map(withoutEscapes);
  return [given, middle, family].filter((part) => part.trim() !== "").join(" ");
}

/** @param text - of a file of one or more cards. */
export function readCards(text: string): NameOfNumber {
  const names = new Map<string, string>();
  let [name, structured]: [string, string] = ["", ""];
  let numbers: string[] = [];
  for (const line of unfold(text)) {
    const property = readProperty(line);
    if (property?.name === "BEGIN") [name, structured, numbers] = ["", "", []];
    else if (property?.name === "FN") name = withoutEscapes(property.value).trim();
    else if (property?.name === "N") structured = plainName(property.value).trim();
    else if (property?.name === "TEL") numbers.push(property.value.replace(/\D/g, ""));
    else if (property?.name === "END") {
      const said = (name || structured).slice(0, MOST_NAME);
      for (const number of numbers) {
        const plain = number.replace(/^0+/, "");
        if (said !== "" && plain.length >= FEWEST_DIGITS && names.size < MOST_CARDS) names.set(plain, said);
      }
    }
  }
  return (digits) => {
    for (let from = 0; digits.length - from >= FEWEST_DIGITS; from++) {
      const name = names.get(digits.slice(from));
      if (name !== undefined) return name;
    }
    return null;
  };
}
