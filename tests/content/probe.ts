/**
 * What the browser tests run in an isolated world of the page: the room's own functions, with plain answers.
 */

import { fillForm } from "../../src/content/fill/fill-form.ts";
import { findChosen } from "../../src/content/find/chosen-form.ts";
import type { Form } from "../../src/content/find/find-form.ts";
import { collectCandidates } from "../../src/content/find/form-candidates.ts";
import { createLook } from "../../src/content/find/look.ts";
import { explainRefusal } from "../../src/content/find/refusal.ts";
import { readSignals } from "../../src/content/find/signals.ts";
import { isRestorePage } from "../../src/content/gates/place.ts";
import { isKeyShown } from "../../src/content/watch/shown-key.ts";
import { watchPage } from "../../src/content/watch/watch-page.ts";

let held: Form | null = null;
const look = createLook(isRestorePage, () => performance.now());
const reports: { waiting: boolean }[] = [];

let watch: ReturnType<typeof watchPage> | null = null;

const probe = {
  find() {
    const found = look.now();
    held = found.kind === "form" ? found.form : null;
    return found.kind === "form" ? { kind: found.kind, shape: found.form.shape } : found;
  },
  fill(hex: string) {
    return held ? fillForm(held, hex, look.now) : "nothing held";
  },
  fillChosen(hex: string) {
    const field = held?.fields[0];
    return held && field ? fillForm(held, hex, () => findChosen(field)) : "nothing held";
  },
  watch() {
    watch = watchPage(({ form }) => reports.push({ waiting: form }));
  },
  /** As when somebody has looked. */
  reportNext: () => watch?.reportNext(),
  reports: () => reports,
  /** As if the user had pointed at the first field that the selector fits. */
  choose(selector: string) {
    const field = document.querySelector<HTMLElement>(selector);
    const found = field && findChosen(field);
    held = found?.kind === "form" ? found.form : null;
    return found?.kind;
  },
  /** Why nothing is filled, when the user has pointed at the first field that fits; null: at none. */
  explain: (selector: string | null) =>
    explainRefusal(selector === null ? null : document.querySelector<HTMLElement>(selector)),
  keyShown: isKeyShown,
  signals: () => collectCandidates(document).map(readSignals),
};

export type Probe = typeof probe;

Object.assign(globalThis, { probe });
