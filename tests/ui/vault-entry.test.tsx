// @vitest-environment happy-dom
/** A vault entry on its page: its state first, one thing to do now, the rest in a menu; storing in steps. */
import { screen } from "@testing-library/preact";
import { beforeEach, describe, expect, test } from "vitest";
import { press as pressText } from "../../src/ui/text/en/shared-words.ts";
import { refusalText, vaultPress, vaultText } from "../../src/ui/text/en/vault.ts";
import { statusWords } from "../../src/ui/text/en/vault-status.ts";
import { waitFor } from "../support/wait.ts";
import { settle } from "./stage.tsx";
import {
  answered,
  at,
  lookFrom,
  OTHER_PASSWORD,
  PASSWORD,
  pressIn,
  STEP_MS,
  sectionOf,
  setAnew,
  setStage,
  showVault,
  store,
  typeIn,
} from "./vault-stage.tsx";

const TITLE = "Daily phone";
const inMenu = (element: Element) => element.closest("details.menu") !== null;
const primary = () =>
  sectionOf(TITLE)
    .getAllByRole("button")
    .filter((button) => button.classList.contains("primary"))
    .map(({ textContent }) => textContent);

beforeEach(setStage);

describe("a stored key", () => {
  beforeEach(async () => {
    await showVault();
    await store();
  }, STEP_MS);

  test("is verified: its state stands first and asks nothing, one act is the main one, the rest is folded", async () => {
    const asked = at.line.sent.length;
    await settle();
    const section = screen.getByRole("heading", { name: TITLE }).closest("section");
    expect(section?.children[1]?.className).toContain("state");
    expect(sectionOf(TITLE).getAllByText(statusWords.notChecked)).toHaveLength(2);
    expect(sectionOf(TITLE).queryByText(statusWords.never)).toBeNull();
    expect(primary()).toEqual([vaultPress.status]);
    for (const name of [
      vaultPress.verify,
      vaultPress.reset,
      vaultPress.card,
      vaultPress.remove,
      vaultPress.forget,
    ])
      expect(inMenu(sectionOf(TITLE).getByRole("button", { name })), name).toBe(true);
    expect(sectionOf(TITLE).getByText(vaultText.manage).closest("details")?.open).toBe(false);
    expect(at.line.sent).toHaveLength(asked);
  });

  test("shows what the vault says once it is asked", async () => {
    await pressIn(TITLE, vaultPress.status);
    await waitFor("the status", async () => {
      await settle();
      return sectionOf(TITLE).queryByText("10 attempts left of 10") !== null;
    });
    expect(sectionOf(TITLE).queryByText(statusWords.notChecked)).toBeNull();
    expect(sectionOf(TITLE).getByText(/added on .*, last seen on /)).toBeTruthy();
  });

  test("that is not verified asks for the password first", async () => {
    for (const entry of at.api.entries) entry.places = [];
    at.api.publish("state");
    await settle();
    expect(primary()).toEqual([vaultPress.verify]);
    expect(inMenu(sectionOf(TITLE).getByLabelText("Vault password"))).toBe(false);
    expect(inMenu(sectionOf(TITLE).getByRole("button", { name: vaultPress.status }))).toBe(true);
    expect(sectionOf(TITLE).getByText(statusWords.never)).toBeTruthy();
  });

  test(
    "gets a new password in a form of its own, which can be left; what was begun is resumed",
    async () => {
      await pressIn(TITLE, vaultPress.reset);
      expect(document.activeElement).toBe(sectionOf(TITLE).getByLabelText("New vault password"));
      expect(primary()).toEqual([vaultPress.reset]);
      await pressIn(TITLE, pressText.cancel);
      expect(sectionOf(TITLE).queryByLabelText("New vault password")).toBeNull();
      at.line.lose = { path: "/v2/reset/finish", what: "answer" };
      expect(await setAnew()).toContain(refusalText({ code: "unreachable" }));
      expect(primary()).toEqual([vaultPress.takeUp]);
      await typeIn(TITLE, "Vault password", OTHER_PASSWORD);
      expect(await answered(() => pressIn(TITLE, vaultPress.takeUp))).toContain(vaultText.wasReset);
      expect(sectionOf(TITLE).queryByLabelText("New vault password")).toBeNull();
      expect(primary()).toEqual([vaultPress.status]);
    },
    STEP_MS,
  );

  test(
    "of which this browser is no device offers to add it where the password is asked for",
    async () => {
      for (const row of at.vault.rows.values()) row.devices.length = 0;
      expect(await answered(() => pressIn(TITLE, vaultPress.status))).toContain(
        refusalText({ code: "not-proven" }),
      );
      expect(inMenu(sectionOf(TITLE).getByRole("button", { name: vaultPress.join }))).toBe(false);
      await typeIn(TITLE, "Vault password", PASSWORD);
      expect(await answered(() => pressIn(TITLE, vaultPress.join))).toContain(vaultText.joined);
    },
    STEP_MS,
  );
});

describe.each([
  [vaultText.storeTitle, vaultText.storeSteps],
  [vaultText.restoreTitle, vaultText.restoreSteps],
])("%s", (title, steps) => {
  test("shows its three steps from the start, and goes on at the second once the vault has answered", async () => {
    await showVault();
    const titles = () =>
      sectionOf(title)
        .getAllByRole("heading", { level: 4 })
        .map((it) => it.textContent);
    const later = () => document.querySelectorAll(`section[aria-labelledby="${id()}"] .later`).length;
    const id = () => screen.getByRole("heading", { name: title }).id;
    expect(titles()).toEqual([...steps]);
    expect(later()).toBe(2);
    await lookFrom(title);
    expect(titles()).toEqual([...steps]);
    expect(later()).toBe(0);
    expect(document.activeElement?.textContent).toBe(steps[1]);
  });
});
