/** What the browser tests run in an isolated world of the page: the room's own functions, with plain answers. */
import { fillForm } from "../../src/content/fill-form.ts";
import { type Form, findForm } from "../../src/content/find-form.ts";
import { watchForForm } from "../../src/content/watch.ts";

let held: Form | null = null;
const reports: { waiting: boolean; atMs: number }[] = [];

const probe = {
  find() {
    const found = findForm();
    held = found.kind === "form" ? found.form : null;
    return found.kind === "form" ? { kind: found.kind, shape: found.form.shape } : found;
  },
  fill(hex: string) {
    return held ? fillForm(held, hex) : "nothing held";
  },
  watch() {
    watchForForm((waiting) => reports.push({ waiting, atMs: performance.now() }));
  },
  reports: () => reports,
};

export type Probe = typeof probe;

Object.assign(globalThis, { probe });
