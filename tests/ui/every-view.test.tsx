// @vitest-environment happy-dom
import { screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { scenes } from "./gallery/scenes.ts";
import { press, settle, showApp, showPopup } from "./stage.tsx";
import { showVault } from "./vault-stage.tsx";

const TYPED = {
  autocomplete: "off",
  spellcheck: "false",
  autocorrect: "off",
  autocapitalize: "off",
  writingsuggestions: "false",
};

/** Which of our rules a page's boxes break. */
function faults(root: ParentNode): string[] {
  return Array.from(root.querySelectorAll("input, textarea, select, [contenteditable]")).flatMap((box) => {
    const typed =
      box.localName !== "select" && !["checkbox", "radio", "file"].includes(box.getAttribute("type") ?? "");
    const wanted = typed ? TYPED : { autocomplete: "off" };
    return Object.entries(wanted)
      .filter(([name, value]) => box.getAttribute(name) !== value)
      .map(([name]) => `${box.outerHTML} lacks ${name}`);
  });
}

/** Headings that stand more than one level below the one before. */
function skippedLevels(root: ParentNode): string[] {
  const headings = Array.from(root.querySelectorAll("h1, h2, h3, h4, h5, h6"));
  const levels = headings.map(({ localName }) => Number(localName.slice(1)));
  return headings
    .filter((_, at) => (levels[at] ?? 0) > (levels[at - 1] ?? 0) + 1)
    .map((heading) => heading.outerHTML);
}

/** Names that other people's tests drive: each at most once in any view. */
const BUTTONS = [
  "Set up Sixtyfour",
  "Unlock",
  "Lock",
  "Generate a key",
  "Add my WhatsApp key",
  "Save key",
  "Reveal",
  "Hide",
  "Copy",
  "Fill in this page",
  "Choose the field",
  "Add from this page",
  "Delete",
  "Pop out",
];
const BOXES = ["Passphrase", "Repeat passphrase", "64-digit key", "Label"];

async function show(name: string): Promise<void> {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  const api = scene.api();
  if (scene.page === "popup") await showPopup(api);
  else if (scene.page === "vault") await showVault(api);
  else await showApp(api, scene.hash?.(api) ?? "");
}

describe.each(Object.keys(scenes))("%s", (name) => {
  it("marks every box, names everything once, and puts no secret in an attribute or the address", async () => {
    await show(name);
    expect(faults(document)).toEqual([]);
    for (const button of BUTTONS)
      expect(screen.queryAllByRole("button", { name: button }).length, button).toBeLessThanOrEqual(1);
    for (const box of BOXES)
      expect(screen.queryAllByLabelText(box, { exact: true }).length, box).toBeLessThanOrEqual(1);
    expect(screen.getAllByRole("alert")).toHaveLength(scenes[name]?.locksSoon ? 2 : 1);
    expect(screen.getAllByRole("status")).toHaveLength(1);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    expect(skippedLevels(document)).toEqual([]);
    expect(document.querySelectorAll("[style]")).toHaveLength(0);
    expect(location.hash).not.toMatch(/[0-9a-f]{33}/);
  });
});

describe("the check itself", () => {
  it("finds a box that is not marked", () => {
    const root = document.createElement("div");
    root.append(document.createElement("textarea"));
    expect(faults(root)).toHaveLength(5);
  });

  it("finds a heading that skips a level", () => {
    const root = document.createElement("div");
    for (const level of ["h1", "h2", "h4", "h2", "h3"] as const) root.append(document.createElement(level));
    expect(skippedLevels(root)).toEqual(["<h4></h4>"]);
  });

  it("sees boxes in the views that have some, shown passphrases among them", async () => {
    await show("app-first-run");
    await press("Show typed text");
    await settle();
    expect(document.querySelectorAll("input[type=text]")).toHaveLength(2);
    expect(faults(document)).toEqual([]);
  });
});
