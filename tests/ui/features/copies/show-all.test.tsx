// @vitest-environment happy-dom
/** Recovery sheets of all keys: whole, and gone like the sheet of one. */
import { fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp } from "../../stage.tsx";

let api: FakeApi;
beforeEach(async () => {
  api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Daily phone", phoneEnding: "42" });
  api.put(OTHER_KEY, { label: "Archive", origin: "generated" });
  api.put("1".repeat(64), { label: "Thrown away", deletedAtMs: 1 });
  await showApp(api, "#places");
  await settle();
  fireEvent.change(screen.getByLabelText("Key"), { target: { value: "all" } });
  await settle();
});
afterEach(() => Reflect.deleteProperty(document, "visibilityState"));

/** The digits of each sheet, in order. */
const sheets = () =>
  Array.from(document.querySelectorAll(".sheet"), (sheet) =>
    Array.from(sheet.querySelectorAll("tr td:first-of-type"), (cell) =>
      cell.textContent?.replaceAll(" ", ""),
    ).join(""),
  );

function look(visibilityState: "hidden" | "visible"): void {
  Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

it("shows one for each key but the deleted one, until they are closed", async () => {
  expect(api.asked).not.toContain("key.reveal");
  await press("Print recovery sheet");
  expect(sheets()).toEqual([SAMPLE_KEY, OTHER_KEY]);
  expect(screen.getByRole("heading", { name: "Recovery sheets" })).toBe(document.activeElement);
  expect(document.querySelectorAll(".sheet svg.qr")).toHaveLength(2);
  await press("Close");
  expect(sheets()).toEqual([]);
});

it("takes them away when the tab is hidden", async () => {
  await press("Print recovery sheet");
  expect(sheets()).toHaveLength(2);
  look("hidden");
  await settle();
  expect(sheets()).toEqual([]);
});

it("takes them away on lock", async () => {
  await press("Print recovery sheet");
  await press("Lock");
  expect(sheets()).toEqual([]);
  expect(document.body.textContent).not.toContain(SAMPLE_KEY.slice(0, 4));
});

it("asks for no further key, and shows none, once the tab is hidden", async () => {
  let go = () => {};
  api.held.set("key.reveal", new Promise((resolve) => (go = resolve)));
  await press("Print recovery sheet");
  look("hidden");
  go();
  await settle();
  look("visible");
  await settle();
  expect(sheets()).toEqual([]);
  expect(api.asked.filter((type) => type === "key.reveal")).toHaveLength(1);
});

it("shows none when one of the keys is refused", async () => {
  const { ask } = api;
  let reveals = 0;
  api.ask = async (type, payload) => {
    if (type === "key.reveal" && ++reveals === 2) api.failing.set(type, "not-found");
    return ask(type, payload);
  };
  await press("Print recovery sheet");
  expect(alertText()).toBe("This key is no longer here.");
  expect(sheets()).toEqual([]);
});

it("asks for one key for what is read off the screen", async () => {
  for (const name of ["Show QR code", "Read along"]) {
    await press("Print recovery sheet");
    await press(name);
    expect(alertText()).toBe("Choose one key first.");
  }
});
