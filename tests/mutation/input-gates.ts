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
    gate: "rows: lines with letters come before the whole key",
    file: "src/copies/paper/pasted-rows.ts",
    find: "if (lines.length > 1 && isLettered)",
    replace: "if (lines.length > 1 && isLettered && wholeKey(text) === null)",
    suite: "tests/copies/paper/pasted-rows.test.ts",
    test: "four rows that each lack a digit are no key",
  },
];
