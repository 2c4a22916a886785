/** The style sheets as text, without their comments, and the tokens that one of them defines. */
import { basename } from "node:path";
import { listFiles, readText } from "../../checks/files.ts";

const FOLDER = "src/ui/styles";
export const TOKENS = "tokens.css";

export const sheets: ReadonlyMap<string, string> = new Map(
  listFiles(FOLDER)
    .filter((path) => path.endsWith(".css"))
    .map((path) => [basename(path), readText(`${FOLDER}/${path}`).replaceAll(/\/\*.*?\*\//gs, "")]),
);

/** One sheet; empty if there is none of that name. */
export const sheet = (name: string): string => sheets.get(name) ?? "";

/** Every rule that holds declarations: its selector, and value by property. */
export function rulesOf(css: string): { selector: string; declarations: ReadonlyMap<string, string> }[] {
  return Array.from(css.matchAll(/([^{};]+)\{([^{}]*)\}/g), ([, selector = "", body = ""]) => ({
    selector: selector.trim().replaceAll(/\s+/g, " "),
    declarations: new Map(
      body.split(";").flatMap((line) => {
        const [name, ...value] = line.split(":");
        return name?.trim() ? [[name.trim(), value.join(":").trim()] as const] : [];
      }),
    ),
  }));
}

/** The colour tokens of a theme: name without dashes, six hexadecimal digits with their `#`. */
export function coloursOf(theme: "light" | "dark"): ReadonlyMap<string, string> {
  const found = sheet(TOKENS).matchAll(
    /--([\w-]+):\s*(?:light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)|(#[0-9a-f]{6}));/g,
  );
  return new Map(
    Array.from(found, ([, name = "", light, dark, both]) => [
      name,
      both ?? (theme === "light" ? light : dark) ?? "",
    ]),
  );
}
