// @vitest-environment happy-dom
import { screen } from "@testing-library/preact";
import { expect, it } from "vitest";
import { exposedText } from "../../../../src/ui/text/en/exposed.ts";
import { press as label } from "../../../../src/ui/text/en/shared-words.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { press, showApp, statusText } from "../../stage.tsx";

function withKey(part: Parameters<FakeApi["put"]>[1] = {}): { api: FakeApi; id: string } {
  const api = new FakeApi();
  api.status = "unlocked";
  return { api, id: api.put(SAMPLE_KEY, { label: "Mine", ...part }).id };
}

const notice = () => screen.queryByRole("region", { name: exposedText.title })?.textContent ?? null;
/** What stands beside the key's name. */
const facts = () => document.querySelector(".facts")?.textContent;

it("marks a key, says what to do next, and takes the mark back", async () => {
  const { api, id } = withKey();
  await showApp(api, `#key/${id}`);
  expect(notice()).toBeNull();
  expect(facts()).not.toContain(exposedText.badge);
  await press(exposedText.mark);
  expect(statusText()).toBe(exposedText.marked);
  expect(notice()).toContain(exposedText.next);
  expect(facts()).toContain(exposedText.badge);
  await press(label.addNew);
  expect(api.done).toEqual(["openApp #add"]);
  await press(exposedText.unmark);
  expect(notice()).toBeNull();
  expect(facts()).not.toContain(exposedText.badge);
  expect(screen.getByRole("button", { name: exposedText.mark })).toBeTruthy();
});

const MARKS = [{ name: "exposed", isSet: true, atMs: 1 }];

it("names another step for a generated key, and for one that is replaced", async () => {
  const { api, id } = withKey({ origin: "generated", marks: MARKS });
  const { unmount } = await showApp(api, `#key/${id}`);
  expect(notice()).toContain(exposedText.generated);
  unmount();
  const other = api.put(OTHER_KEY, { supersededBy: id, marks: MARKS });
  await showApp(api, `#key/${other.id}`);
  expect(notice()).toContain(exposedText.replaced);
  expect(screen.queryByRole("button", { name: label.addNew })).toBeNull();
});
