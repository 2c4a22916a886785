/** The gates of camera, pictures and typed rows: what must fail when one is taken out. */
import type { Gate } from "./gates.ts";

const UNIT = "tests/ui/features/copies/copy-inputs.test.tsx";

export const INPUT_GATES: readonly Gate[] = [
  {
    gate: "camera: one that comes after the panel has gone is stopped",
    file: "src/ui/features/copies/camera.ts",
    find: "if (signal.aborted) {\n    stop();",
    replace: "if (signal.aborted) {",
    suite: UNIT,
    test: "Escape stops it",
  },
  {
    gate: "camera: it stops in a hidden tab",
    file: "src/ui/features/copies/camera-panel.tsx",
    find: `document.visibilityState === "hidden" && close()`,
    replace: `document.visibilityState === "visible" && close()`,
    suite: UNIT,
    test: "another tab in front stops it",
  },
  {
    gate: "codes: a worker that is held up is ended",
    file: "src/ui/features/copies/code-reader.ts",
    find: "const timer = setTimeout(endWorker, WORKER_LIMIT_MS);",
    replace: "const timer = setTimeout(() => answer(null), WORKER_LIMIT_MS);",
    suite: UNIT,
    test: "ends a worker that is held up after 4 s",
  },
  {
    gate: "key text: lines with letters come before the whole key",
    file: "src/core/key/key-forms.ts",
    find: "[readLettered(filled), readChecked(filled), readNumbered(filled)]",
    replace: "[readChecked(filled), readNumbered(filled)]",
    suite: "tests/core/key/key-forms.test.ts",
    test: "four rows that each lack a digit, lettered",
  },
  {
    gate: "key text: groups of different lengths are no key",
    file: "src/core/key/digit-lines.ts",
    find: "if (isEven(lines.flat())) return true;",
    replace: "if (lines.length > 0) return true;",
    suite: "tests/core/key/key-forms.test.ts",
    test: "a letter and 63 digits",
  },
  {
    gate: "key text: a row's check must match",
    file: "src/core/key/key-marks.ts",
    find: "rowCheck(row, digits) === check ?",
    replace: "rowCheck(row, digits) !== rowCheck((row + 1) % ROWS, digits) ?",
    suite: "tests/core/key/key-forms.test.ts",
    test: "a check and exchanged rows",
  },
  {
    gate: "key text: a checksum is no key",
    file: "src/core/key/key-forms.ts",
    find: "if (NO_KEY.test(line) || HASH_LINE.test(line.trim())) return [];",
    replace: "if (HASH_LINE.test(line.trim())) return [];",
    suite: "tests/core/key/key-forms.test.ts",
    test: "a labelled checksum",
  },
];
