// @vitest-environment happy-dom
/** Two keys of one Key ID, of one label, saved on one day: nowhere do two choices read the same. */
import { screen, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { keyChoiceText, twinChoiceText, twinPlaceText } from "../../../../src/ui/text/en/shared-words.ts";
import { vaultText } from "../../../../src/ui/text/en/vault.ts";
import { TWINS } from "../../../support/keyrings.ts";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { press, settle, showApp, showPopup } from "../../stage.tsx";
import { at, setStage, showVault } from "../../vault-stage.tsx";

const SAVED_MS = Date.UTC(2026, 0, 1, 12);
let api: FakeApi;

function withTwins(): FakeApi {
  const twins = new FakeApi();
  twins.status = "unlocked";
  for (const hex of TWINS) twins.put(hex, { label: "Daily phone", createdAtMs: SAVED_MS });
  twins.put(SAMPLE_KEY, { label: "Alone", createdAtMs: SAVED_MS });
  return twins;
}

const places = [1, 2].map((number) => ({ number, of: 2 }));
const marks = places.map((place) => twinPlaceText(place, SAVED_MS));
const choices = () => {
  const name = keyChoiceText({
    label: "Daily phone",
    keyId: api.entries[0]?.keyId ?? "",
    origin: "whatsapp",
    supersededBy: null,
    marks: [],
  });
  return places.map((place) => twinChoiceText(name, place, SAVED_MS));
};
const alone = () =>
  keyChoiceText(
    api.entries[2] ?? { label: "", keyId: "", origin: "whatsapp", supersededBy: null, marks: [] },
  );
const optionsOf = (name: string) =>
  Array.from((screen.getByRole("combobox", { name }) as HTMLSelectElement).options, ({ text }) => text);

/** The digits by which alone they differ stand nowhere. */
function expectNoDigits(): void {
  for (const hex of [...TWINS, SAMPLE_KEY]) {
    expect(document.body.innerHTML).not.toContain(hex.slice(0, 16));
    expect(document.body.innerHTML).not.toContain(hex.slice(-4));
  }
}

beforeEach(() => {
  api = withTwins();
});

describe("two keys of one Key ID are told apart, without a digit", () => {
  it("in Safe places, where a key is exported and verified", async () => {
    await showApp(api, "#places");
    await settle();
    expect(optionsOf("Key").sort()).toEqual([...choices(), alone(), "All keys"].sort());
    expectNoDigits();
  });

  it("where files are encrypted", async () => {
    await showApp(api, "#backups");
    await settle();
    await press("Encrypt files");
    expect(optionsOf("Key").sort()).toEqual([...choices(), alone()].sort());
    expectNoDigits();
  });

  it("where one is stored in a key vault", async () => {
    setStage();
    at.api = api;
    await showVault();
    const panel = screen.getByRole("region", { name: vaultText.storeTitle });
    const box = within(panel).getByRole("combobox") as HTMLSelectElement;
    expect(Array.from(box.options, ({ text }) => text).sort()).toEqual([...choices(), alone()].sort());
    expectNoDigits();
  });

  it("where one is filled in, and in the lists, by the same numbers", async () => {
    api.step = "fill";
    api.offer();
    await showPopup(api);
    await settle();
    const texts = (role: string) =>
      screen.getAllByRole(role).map((item) => item.closest("label, li")?.textContent);
    for (const mark of marks) {
      expect(texts("radio").filter((text) => text?.includes(mark))).toHaveLength(1);
      expect(texts("listitem").filter((text) => text?.includes(mark))).toHaveLength(1);
    }
    expectNoDigits();
  });

  it("and deleted ones by the buttons that delete them for good", async () => {
    api.entries = api.entries.map((entry) => ({ ...entry, deletedAtMs: 1, erasedAtMs: 2 }));
    await showApp(api, "");
    await settle();
    const names = screen
      .getAllByRole("button", { name: /^Delete “/ })
      .map((button) => button.getAttribute("aria-label"));
    expect(new Set(names).size).toBe(3);
  });
});
