/** Recovery sheets of all keys as Firefox prints them: a page each, whole. */
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { readPaper } from "../../support/paper.ts";
import { waitFor } from "../../support/wait.ts";
import { addKey, ask, button, createKeyring, expect, field, launch, link, test } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEYS = [
  "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799",
  "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  "8796a5b4c3d2e1f00f1e2d3c4b5a69780123456789abcdeffedcba9876543210",
] as const;
/** In centimetres, as WebDriver counts. */
const SIZES = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch();
  app = await createKeyring(firefox);
  await addKey(app, KEYS[0], "Daily phone", "42");
  const id = await addKey(app, KEYS[1], "W".repeat(100), "8765");
  const note = "wide and long\n".repeat(142);
  await ask(app, "entry.edit", { id, label: "W".repeat(100), phoneEnding: "8765", note });
  await addKey(app, KEYS[2]);
  await app.reload();
  await app.click(link("Copies"));
  await app.on(
    field("Key"),
    `(box) => { box.value = "all"; box.dispatchEvent(new Event("change", { bubbles: true })); }`,
  );
  await app.click(button("Print recovery sheet"));
  await waitFor("three sheets", async () => (await app.all(".sheet")).length === 3);
});
test.afterAll(() => firefox.close());

for (const [name, page] of Object.entries(SIZES)) {
  test(`three keys on ${name}: three pages, each with its own rows and code`, async () => {
    const { data } = await firefox.bidi.send<{ data: string }>("browsingContext.print", {
      context: app.context,
      page,
      // As an ordinary printer leaves them, and without shrinking: what does not fit must show.
      margin: { top: 1.2, bottom: 1.2, left: 1.2, right: 1.2 },
      shrinkToFit: false,
    });
    const pages = readPaper(Buffer.from(data, "base64"));
    expect(pages.map(({ digits }) => digits)).toEqual([...KEYS]);
    for (const { text, letters, digits, code, lines, isColourless } of pages) {
      expect(code).toBe(digits);
      expect(letters).toBe("ABCD");
      expect(text).toContain("Not affiliated with WhatsApp or Meta");
      expect(text).not.toMatch(/Settings|Export|In a terminal|Lock\b/);
      expect(lines).toBeGreaterThanOrEqual(3);
      expect(isColourless).toBe(true);
    }
  });
}
