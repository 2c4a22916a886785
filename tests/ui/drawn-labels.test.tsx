// @vitest-environment happy-dom
/** Wherever a page draws a label, the label turns nothing beside it. */
import { screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { deleteConfirm, press as pressText } from "../../src/ui/text/en/shared-words.ts";
import type { FakeApi } from "./fake-api.ts";
import { type Scene, scenes } from "./gallery/scenes.ts";
import { press, showApp, showPopup, statusText } from "./stage.tsx";
import { at, setStage, showVault, store } from "./vault-stage.tsx";

const HEBREW = "הטלפון";
/** Turns what follows, and ends an isolate that is not its own. */
const LABEL = `${HEBREW}\u2069\u202e 1`;

/** Everything that is drawn or read aloud, but for what stands in a box: that is an island of its own. */
function* drawnTexts(root: Element): Generator<string> {
  for (const name of ["aria-label", "title", "alt"]) yield root.getAttribute(name) ?? "";
  if (root.localName === "textarea") return;
  for (const child of root.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield child.textContent ?? "";
    else if (child.nodeType === Node.ELEMENT_NODE) yield* drawnTexts(child as Element);
  }
}

const holdLabel = (texts: Iterable<string>) => [...texts].filter((text) => text.includes(HEBREW));
/** Those that a label gets out of. */
const turned = (texts: Iterable<string>) =>
  [...texts].filter(
    (text) => /[\u202a-\u202e]/.test(text) || text.replace(/\u2068[^\u2069]*\u2069/g, "").includes(HEBREW),
  );

function renamed(api: FakeApi): FakeApi {
  for (const entry of api.entries) Object.assign(entry, { label: LABEL, note: "" });
  for (const passkey of api.knownPasskeys) Object.assign(passkey, { name: LABEL });
  return api;
}

async function show(scene: Scene): Promise<void> {
  const api = renamed(scene.api());
  if (scene.page === "popup") await showPopup(api, scene.kind);
  else if (scene.page === "vault") await showVault(api);
  else await showApp(api, scene.hash?.(api) ?? "");
}

/** Scenes in which a label stands outside of a box. */
const withLabels = new Set<string>();

describe.each(Object.entries(scenes))("%s", (name, scene) => {
  it("keeps each label within itself", async () => {
    await show(scene);
    expect(turned(drawnTexts(document.body))).toEqual([]);
    if (holdLabel(drawnTexts(document.body)).length > 0) withLabels.add(name);
  });
});

it("is looked at where labels are: lists, one key, choices of a key, deleted keys, reminders, fills", () => {
  for (const name of ["popup-list", "popup-fill", "app-keys", "app-key", "app-places"])
    expect(withLabels, name).toContain(name);
  for (const name of ["app-places-reminder", "app-twins", "app-settings-passkeys", "vault-entries"])
    expect(withLabels, name).toContain(name);
});

it("keeps a label within the message that names it", async () => {
  await show(scenes["app-key"] as Scene);
  await press(pressText.delete);
  await press(deleteConfirm.sure);
  expect(holdLabel([statusText()])).toHaveLength(1);
  expect(turned([statusText()])).toEqual([]);
});

describe("on the vault page", () => {
  beforeEach(setStage);

  it("keeps a label within its entry and within the choice of a key", async () => {
    await showVault();
    await store();
    renamed(at.api);
    await showVault(at.api);
    at.api.publish("state");
    await screen.findAllByText(new RegExp(HEBREW));
    expect(turned(drawnTexts(document.body))).toEqual([]);
  });
});

it("finds a label that gets out", () => {
  const root = document.createElement("p");
  root.append(LABEL, document.createElement("b"));
  root.setAttribute("aria-label", `\u2068${HEBREW}\u2069 \u202e`);
  expect(turned(drawnTexts(root))).toHaveLength(2);
});
