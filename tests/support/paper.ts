/** What stands on printed pages: a PDF read by poppler, its codes by zbar. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type PaperPage = {
  text: string;
  /** Of the rows, in order: `ABCD`. */
  letters: string;
  /** What the rows hold, without blanks. */
  digits: string;
  /** What zbar reads on the page when it is printed in pure black and white. */
  code: string;
  /** Lines across the page, to write on. */
  lines: number;
  isColourless: boolean;
};

const ROW = /^.*?\b([A-D])\s+([0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})\b/gm;
const DOTS_PER_INCH = "150";

export function readPaper(pdf: Buffer): PaperPage[] {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    const texts = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" })
      // Firefox joins letters: ﬁ is fi.
      .normalize("NFKC")
      .split("\f");
    texts.pop();
    const mono = pictures(file, join(folder, "mono"), ["-mono"]);
    const colours = pictures(file, join(folder, "colour"), []);
    return texts.map((text, at) => {
      const rows = [...text.matchAll(ROW)];
      return {
        text,
        letters: rows.map(([, letter]) => letter).join(""),
        digits: rows.map(([, , groups = ""]) => groups.replaceAll(" ", "")).join(""),
        code: readCode(mono[at] ?? ""),
        ...readPixels(readFileSync(colours[at] ?? "")),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One for each page, in order. */
function pictures(file: string, start: string, options: string[]): string[] {
  execFileSync("pdftoppm", ["-r", DOTS_PER_INCH, ...options, file, start]);
  const folder = join(start, "..");
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.startsWith(`${start}-`))
    .sort();
}

function readCode(picture: string): string {
  const { stdout, error } = spawnSync("/usr/bin/zbarimg", ["-q", "--raw", picture], { encoding: "utf8" });
  if (error) throw error;
  return stdout.trim();
}

/** Of a binary PPM: `P6`, width, height, 255, then three bytes a pixel. */
function readPixels(picture: Buffer): Pick<PaperPage, "lines" | "isColourless"> {
  const [head = "", width = "", height = ""] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(picture.subarray(0, 40).toString("latin1")) ?? [];
  if (head === "") throw new Error("not a PPM picture");
  const pixels = picture.subarray(head.length);
  let isColourless = true;
  let lines = 0;
  let isInLine = false;
  for (let y = 0; y < Number(height); y++) {
    let dark = 0;
    for (let x = 0; x < Number(width); x++) {
      const at = (y * Number(width) + x) * 3;
      if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) isColourless = false;
      if ((pixels[at] ?? 0) < 128) dark++;
    }
    const isLine = dark > 0.8 * Number(width);
    if (isLine && !isInLine) lines++;
    isInLine = isLine;
  }
  return { lines, isColourless };
}
