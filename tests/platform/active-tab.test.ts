/** The tab in front, by what the browser says of it: an address may be missing, empty or none at all. */
import { beforeEach, expect, test, vi } from "vitest";
import { installChromeStorage } from "../support/chrome-storage.ts";

const fake = installChromeStorage();
let tabs: object[] = [];
const window = { id: 1, type: "normal", focused: true };
Object.assign(chrome, {
  windows: {
    WINDOW_ID_NONE: -1,
    get: (_id: number, done: (found: object) => void) => done(window),
    getAll: (_asked: object, done: (found: object[]) => void) => done([window]),
  },
  tabs: { query: (_asked: object, done: (found: object[]) => void) => done(tabs) },
});
const { findActiveTab } = await import("../../src/platform/active-tab.ts");

beforeEach(() => {
  fake.reset();
  vi.restoreAllMocks();
});

test.each([
  ["WhatsApp Web", "https://web.whatsapp.com/", "restore"],
  ["another page", "https://example.org/", "other"],
  ["a page without an origin", "about:blank", "other"],
  ["a page of which it tells nothing", undefined, "unknown"],
  // One that is being opened: Chromium says where it goes beside it, as `pendingUrl`.
  ["a page that is not committed yet", "", "unknown"],
  ["an address that is none", "web.whatsapp.com", "unknown"],
])("%s", async (_, url, site) => {
  tabs = [{ id: 5, url, status: "loading" }];
  expect(await findActiveTab()).toEqual({ id: 5, site, isLoading: true });
});

test("no tab at all", async () => {
  tabs = [];
  expect(await findActiveTab()).toBeNull();
});
