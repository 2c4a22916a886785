// @vitest-environment happy-dom
/** The section *Safe places* over the in-memory background: real files, real checks. */
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, expect, it } from "vitest";
import { exportEntryOf } from "../../../../src/copies/export-entry.ts";
import { OFFERED_FORMATS } from "../../../../src/copies/formats/registry.ts";
import { writeKeyText } from "../../../../src/copies/formats/text.ts";
import { importFile } from "../../../../src/copies/import.ts";
import { formatBackupKey, parseBackupKey } from "../../../../src/core/key/backup-key.ts";
import { formatText } from "../../../../src/ui/text/en/export-formats.ts";
import { passphraseLabels } from "../../../../src/ui/text/en/passphrase.ts";
import { exportText } from "../../../../src/ui/text/en/places.ts";
import { deriveKey } from "../../../support/cheap-derivation.ts";
import { waitFor } from "../../../support/wait.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";

const PASSWORD = "correct-horse-battery-staple-sixty";
let api: FakeApi;
/** The very bytes that the page gave to the browser; `api.saved` holds what they were then. */
let given: Uint8Array[];

beforeEach(async () => {
  api = new FakeApi();
  given = [];
  api.saveFile = (name, bytes) => {
    given.push(bytes);
    api.saved.push({ name, bytes: bytes.slice() });
  };
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Daily phone", phoneEnding: "42" });
  api.put(OTHER_KEY, { label: "Archive" });
  api.put("1".repeat(64), { label: "Thrown away", deletedAtMs: 1 });
  await showApp(api, "#places");
  await settle();
});

async function choose(label: string, value: string): Promise<void> {
  const box = screen.getByLabelText(label) as HTMLSelectElement;
  const option = Array.from(box.options).find((one) => one.text === value);
  if (!option) throw new Error(`no option ${value}`);
  fireEvent.change(box, { target: { value: option.value } });
  await settle();
}

async function chooseFile(text: string): Promise<void> {
  const picker = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!picker) throw new Error("no picker");
  fireEvent.change(picker, { target: { files: [new File([text], "copy.txt")] } });
  await waitFor("the file read", async () => {
    await settle();
    return alertText() !== "" || statusText().startsWith("Verified");
  });
}

const said = (what: string) =>
  waitFor(what, async () => {
    await settle();
    return statusText().includes(what) || alertText().includes(what);
  });
const keysOf = async (password: string | null) => {
  const found = await importFile(api.saved.at(-1)?.bytes ?? new Uint8Array(), password, deriveKey);
  return found.ok ? found.value.keys.map(({ key }) => formatBackupKey(key)) : found.error.code;
};
it("offers an encrypted format first, and every one with three steps", () => {
  const box = screen.getByRole("combobox", { name: "Format" }) as HTMLSelectElement;
  expect(box.value).toBe("kdbx");
  expect(Array.from(box.options, ({ value }) => value)).toEqual(OFFERED_FORMATS.map(({ id }) => id));
  expect(document.querySelectorAll("section > .steps li")).toHaveLength(3);
  expect(screen.getByRole("heading", { name: "Safe places" })).toBe(document.activeElement);
  expect(api.asked).not.toContain("key.reveal");
});

it("calls what it generates a file password", () => {
  expect(screen.getByRole("button", { name: exportText.labels.generate })).toBeTruthy();
  expect(screen.queryByRole("button", { name: passphraseLabels.generate })).toBeNull();
});

it("writes no encrypted file under a weak password, or two that differ", async () => {
  await type("File password", "1234");
  await press("Export");
  await said("too short");
  await type("File password", "password1");
  await press("Export");
  await said("too easy to guess");
  // Enough for what stays on this computer.
  await type("File password", "kx7mqp2wz9");
  await type("Repeat file password", "kx7mqp2wz9");
  await press("Export");
  await said("easy to guess");
  await type("File password", PASSWORD);
  await type("Repeat file password", `${PASSWORD}s`);
  await press("Export");
  await said("do not match");
  expect(api.saved).toEqual([]);
  expect(api.asked).not.toContain("key.reveal");
});

it("writes a database that opens with its password and holds the chosen key alone", async () => {
  await type("File password", PASSWORD);
  await type("Repeat file password", PASSWORD);
  await press("Export");
  await said("1 key was exported. Only the file password opens the file");
  expect(api.saved[0]?.name).toBe("sixtyfour-keys.kdbx");
  expect(await keysOf(PASSWORD)).toEqual([SAMPLE_KEY]);
  expect(await keysOf("another")).toBe("wrong-password");
  expect(screen.getByLabelText("File password")).toHaveProperty("value", "");
});

it("writes plain text only when it is confirmed, all keys but the deleted one", async () => {
  await choose("Key", "All keys");
  for (const { id: format } of OFFERED_FORMATS.filter(({ encrypted }) => !encrypted)) {
    await choose("Format", formatText[format].name);
    await press("Export");
    if (format === "key-file") {
      expect(alertText()).toBe("This format holds one key. Choose one first.");
      continue;
    }
    const before = api.saved.length;
    await press("Cancel");
    expect(api.saved).toHaveLength(before);
    await press("Export");
    await press("Export plain text");
    await said("2 keys were exported as plain text");
    expect(await keysOf(null), format).toEqual([SAMPLE_KEY, OTHER_KEY]);
  }
});

it("has the place of the file chosen for its check, unless the user has chosen one", async () => {
  const place = () => screen.getByLabelText<HTMLSelectElement>("Where the key is kept").value;
  const write = async (format: "apple" | "proton") => {
    await choose("Format", formatText[format].name);
    await press("Export");
    await press("Export plain text");
    await said("1 key was exported");
  };
  expect(place()).toBe("bitwarden");
  await write("apple");
  expect(place()).toBe("apple-passwords");
  await choose("Where the key is kept", "Paper");
  await write("proton");
  expect(place()).toBe("paper");
  await choose("Key", "All keys");
  expect(place()).toBe("proton-pass");
});

it("leaves nothing of the file behind when the browser has it", async () => {
  await choose("Format", "Text");
  await press("Export");
  await press("Export plain text");
  await said("1 key was exported");
  expect(given[0]?.length).toBeGreaterThan(64);
  expect(given[0]?.every((byte) => byte === 0)).toBe(true);
});

it("says why when the keyring refuses", async () => {
  await choose("Format", "Text");
  await press("Export");
  api.failing.set("key.reveal", "not-found");
  await press("Export plain text");
  await said("no longer");
  expect(api.saved).toEqual([]);
});

it("reads the key along, by the user's own pace, and no further than its end", async () => {
  await press("Read along");
  const digits = () => document.querySelector(".large")?.textContent;
  const heard = [digits()];
  for (let step = 1; step < 16; step++) {
    await press("Next group");
    heard.push(digits());
  }
  expect(heard.join("")).toBe(SAMPLE_KEY);
  await press("Next group");
  expect(digits()).toBe(SAMPLE_KEY.slice(-4));
  fireEvent.keyDown(screen.getByRole("button", { name: "Next group" }), { key: "ArrowLeft" });
  await settle();
  expect(digits()).toBe(SAMPLE_KEY.slice(-8, -4));
  expect(document.querySelector(".words")?.textContent).toContain(" · ");
  await press("Close");
  expect(document.body.textContent).not.toContain(SAMPLE_KEY.slice(0, 4));
});

it("takes the digits away when the tab is hidden", async () => {
  await press("Print recovery sheet");
  expect(document.querySelector(".sheet")).not.toBeNull();
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  await settle();
  Reflect.deleteProperty(document, "visibilityState");
  expect(document.querySelector(".sheet")).toBeNull();
});

it("asks for one key where one is needed", async () => {
  await choose("Key", "All keys");
  await press("Show QR code");
  expect(alertText()).toBe("Choose one key first.");
  expect(screen.queryByRole("button", { name: "Verify this place" })).toBeNull();
});

it("verifies a place by what is pasted, and names another key", async () => {
  await press("Verify this place");
  expect(alertText()).toContain("Paste the key");
  await type("The key as it is there", OTHER_KEY);
  await press("Verify this place");
  expect(alertText()).toBe("This is the key “Archive”, not the chosen one. Nothing was changed.");
  await type("The key as it is there", "9".repeat(64));
  await press("Verify this place");
  expect(alertText()).toContain("not saved here");
  expect(api.entries[0]?.places).toEqual([]);
  await type("The key as it is there", SAMPLE_KEY.toUpperCase());
  await press("Verify this place");
  expect(statusText()).toBe("Verified in this place: Bitwarden. It holds exactly this key.");
  expect(api.entries[0]?.places.map(({ place }) => place)).toEqual(["bitwarden"]);
  expect(screen.getByText("Verified in 1 place. Verify a second one.")).toBeTruthy();
});

it("verifies paper by two groups, which are others the next time, and says when they are wrong", async () => {
  await choose("Where the key is kept", "Paper");
  const boxes = () => Array.from(document.querySelectorAll<HTMLInputElement>(".field input[type=text].mono"));
  const answer = async (wrong = "") => {
    const shown = Array.from(document.querySelectorAll("label"), (label) => label.textContent ?? "");
    for (const label of shown.filter((text) => /^Row [A-D], group [1-4]$/.test(text))) {
      const at = "ABCD".indexOf(label.charAt(4)) * 4 + Number(label.at(-1)) - 1;
      await type(label, wrong || SAMPLE_KEY.slice(at * 4, at * 4 + 4));
    }
  };
  await answer("12");
  await press("Verify this place");
  expect(alertText()).toContain("four characters");
  await answer("ffff");
  await press("Verify this place");
  expect(alertText()).toContain("do not match this key");
  expect(api.entries[0]?.places).toEqual([]);
  await answer();
  await press("Verify this place");
  expect(statusText()).toBe("Verified in this place: Paper. It holds exactly this key.");
  expect(boxes().every(({ value }) => value === "")).toBe(true);
});

it("verifies a place by its file; another file, and one that cannot be read, change nothing", async () => {
  const textOf = (hex: string) => {
    const key = parseBackupKey(hex);
    if (!key) throw new Error("no key");
    const about = { label: "", phoneEnding: "", note: "", origin: "whatsapp", createdAtMs: 0 } as const;
    return writeKeyText([exportEntryOf({ key, ...about })]);
  };
  await chooseFile(textOf(OTHER_KEY));
  expect(alertText()).toContain("this key is not in it");
  expect(api.entries[0]?.places).toEqual([]);
  await choose("Where the key is kept", "A file kept elsewhere");
  await chooseFile(textOf(SAMPLE_KEY));
  await said("Verified in this place: A file kept elsewhere");
  expect(api.entries[0]?.places.map(({ place }) => place)).toEqual(["file"]);
  // What was found is sent: a page that was given the key could send that instead.
  expect(api.asked).not.toContain("key.reveal");
  await chooseFile("");
  expect(alertText()).toBe("This file is empty.");
});
