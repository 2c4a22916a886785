// @vitest-environment happy-dom
/** The section *Safe places* over the in-memory background: real files, real checks. */
import { fireEvent, screen, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { exportEntryOf } from "../../../../src/copies/export-entry.ts";
import { OFFERED_FORMATS } from "../../../../src/copies/formats/registry.ts";
import { importFile } from "../../../../src/copies/import.ts";
import { formatBackupKey, parseBackupKey } from "../../../../src/core/key/backup-key.ts";
import { formatText } from "../../../../src/ui/text/en/export-formats.ts";
import { chosenFileText, openerText } from "../../../../src/ui/text/en/imports.ts";
import { passphraseLabels } from "../../../../src/ui/text/en/passphrase.ts";
import {
  exportText,
  placeText,
  verifiedText,
  verifyText,
  whereText,
} from "../../../../src/ui/text/en/places.ts";
import { oldKeyMark } from "../../../../src/ui/text/en/shared-words.ts";
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

async function chooseFile(text: BlobPart): Promise<void> {
  const picker = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!picker) throw new Error("no picker");
  fireEvent.change(picker, { target: { files: [new File([text], "copy.txt")] } });
  await waitFor("the file read", async () => {
    await settle();
    const isAsked = screen.queryByLabelText(whereText.label) !== null;
    return isAsked || alertText() !== "" || statusText().startsWith("Verified");
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
  const box = screen.getByLabelText("File password", { exact: true });
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(box);
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

it("has no place chosen but that of the file just exported, unless the user has chosen one", async () => {
  const place = () => screen.getByLabelText<HTMLSelectElement>("Where the key is kept").value;
  const write = async (format: "apple" | "proton") => {
    await choose("Format", formatText[format].name);
    await press("Export");
    await press("Export plain text");
    await said("1 key was exported");
  };
  expect(place()).toBe("");
  await write("apple");
  expect(place()).toBe("apple-passwords");
  await choose("Where the key is kept", "Paper");
  await write("proton");
  expect(place()).toBe("paper");
  // Another key was in no such file.
  await choose("Key", `Archive · ${api.entries[1]?.keyId}`);
  expect(place()).toBe("");
  await choose("Key", `Daily phone · ${api.entries[0]?.keyId}`);
  expect(place()).toBe("proton-pass");
});

it("verifies nothing while no place is chosen", async () => {
  await type("The key as it is there", SAMPLE_KEY);
  await press("Verify this place");
  expect(alertText()).toBe(verifyText.unchosenPlace);
  expect(api.asked).not.toContain("place.verify");
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
  await choose("Where the key is kept", "Bitwarden");
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

/** A file with these keys in this format. */
async function fileOf(id: string, ...hexes: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const entries = hexes.map((hex) => {
    const key = parseBackupKey(hex);
    if (!key) throw new Error("no key");
    return exportEntryOf({ key, label: "", phoneEnding: "", note: "", origin: "whatsapp", createdAtMs: 0 });
  });
  const format = OFFERED_FORMATS.find((one) => one.id === id);
  return (await format?.write?.(entries, PASSWORD)) ?? new Uint8Array();
}
const placesOf = (at = 0) => api.entries[at]?.places.map(({ place }) => place);
async function openFile(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await chooseFile(bytes);
  if (!screen.queryByLabelText(openerText.foreign.label)) return;
  await type(openerText.foreign.label, PASSWORD);
  await press(chosenFileText.open);
  await waitFor("the file opened", async () => {
    await settle();
    return screen.queryByLabelText(openerText.foreign.label) === null;
  });
}
const answer = async (site: keyof typeof whereText.sites) => {
  await choose(whereText.label, whereText.sites[site]);
  await press(whereText.verify);
};

it("asks of a file where it is kept, and counts it as a file; another file changes nothing", async () => {
  await openFile(await fileOf("text", OTHER_KEY));
  expect(alertText()).toContain("this key is not in it");
  expect(placesOf()).toEqual([]);
  await openFile(await fileOf("text", SAMPLE_KEY));
  expect(placesOf()).toEqual([]);
  await press(whereText.verify);
  expect(alertText()).toBe(whereText.choose);
  await answer("here");
  expect(alertText()).toBe(whereText.notHere);
  expect(placesOf()).toEqual([]);
  await answer("device");
  await said(verifiedText("file"));
  expect(placesOf()).toEqual(["file"]);
  // What was found is sent: a page that was given the key could send that instead.
  expect(api.asked).not.toContain("key.reveal");
  await chooseFile("");
  expect(alertText()).toBe("This file is empty.");
});

it.each(["Bitwarden", "1Password", "Proton Pass", "The phone"])(
  "a KeePass file is KeePass's and counts once, also where %s is chosen",
  async (name) => {
    const bytes = await fileOf("kdbx", SAMPLE_KEY);
    for (const chosen of [name, "KeePassXC or KeePass", "Elsewhere"]) {
      await choose("Where the key is kept", chosen);
      await openFile(bytes);
      await said("KeePassXC or KeePass");
    }
    expect(placesOf()).toEqual(["keepass"]);
    expect(screen.getByText("Verified in 1 place. Verify a second one.")).toBeTruthy();
  },
);

it("no file that Sixtyfour writes for a password manager counts as that manager, and all of them are one place", async () => {
  for (const { id, write, place } of OFFERED_FORMATS) {
    if (!write || id === "kdbx") continue;
    await choose("Where the key is kept", placeText[place]);
    await openFile(await fileOf(id, SAMPLE_KEY));
    await answer("online");
    await said(placeText.file);
    expect(placesOf(), id).toEqual(["file"]);
  }
});

it("a file that Bitwarden itself has exported counts as Bitwarden", async () => {
  const made = JSON.parse(new TextDecoder().decode(await fileOf("bitwarden", SAMPLE_KEY)));
  const items = made.items.map((item: object) => ({ id: "0b0f9a5e-4a0f-4a5e-9b53-b0c0011aa2bb", ...item }));
  await openFile(new TextEncoder().encode(JSON.stringify({ ...made, items })));
  await said(verifiedText("bitwarden"));
  expect(placesOf()).toEqual(["bitwarden"]);
});

describe("the copy that Sixtyfour made", () => {
  const copyHere = () => api.ask("key.copy", { id: api.entries[0]?.id ?? "" });
  const box = () => screen.getByLabelText<HTMLTextAreaElement>("The key as it is there");

  it("is no place: it is said so, and box and clipboard are emptied", async () => {
    await copyHere();
    await choose("Where the key is kept", "Bitwarden");
    await type("The key as it is there", SAMPLE_KEY);
    await press("Verify this place");
    expect(alertText()).toBe(verifyText.ownCopy);
    expect(placesOf()).toEqual([]);
    expect([box().value, api.clipboard]).toEqual(["", ""]);
    api.setClock(2_000);
    await type("The key as it is there", SAMPLE_KEY);
    await press("Verify this place");
    expect(placesOf()).toEqual(["bitwarden"]);
  });

  it("is none in the boxes of paper either", async () => {
    await copyHere();
    await choose("Where the key is kept", "Paper");
    const panel = within(screen.getByRole("region", { name: verifyText.title }));
    fireEvent.click(panel.getByRole("button", { name: "Type all rows" }));
    await settle();
    const paste = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { getData: () => SAMPLE_KEY } });
    fireEvent(screen.getByLabelText("Row A"), paste);
    await settle();
    for (const [row, letter] of ["A", "B", "C", "D"].entries())
      await type(`Row ${letter}`, SAMPLE_KEY.slice(row * 16, row * 16 + 16));
    await press("Use these rows");
    expect(alertText()).toBe(verifyText.ownCopy);
    expect(placesOf()).toEqual([]);
  });

  it("does not spoil what is typed key by key", async () => {
    await copyHere();
    await choose("Where the key is kept", "The phone");
    for (let end = 1; end <= SAMPLE_KEY.length; end++) {
      const input = new InputEvent("input", {
        bubbles: true,
        inputType: "insertText",
        data: SAMPLE_KEY[end - 1] ?? "",
      });
      box().value = SAMPLE_KEY.slice(0, end);
      fireEvent(box(), input);
    }
    await settle();
    await press("Verify this place");
    expect(placesOf()).toEqual(["phone"]);
  });

  it("dragged out of our own page, it stays out of the box", async () => {
    const drop = (types: string[]) => {
      const event = new Event("drop", { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { types } });
      return fireEvent(box(), event);
    };
    const types: string[] = [];
    const start = new Event("dragstart", { bubbles: true });
    Object.assign(start, { dataTransfer: { setData: (type: string) => types.push(type) } });
    fireEvent(document.body, start);
    expect(drop(["text/plain"])).toBe(true);
    expect(drop(["text/plain", ...types])).toBe(false);
    await settle();
    expect(alertText()).toBe(verifyText.ownDrag);
  });
});

describe("which key is offered first", () => {
  const options = (label: string) =>
    Array.from(screen.getByLabelText<HTMLSelectElement>(label).options, ({ text }) => text);
  const shown = () => screen.getByLabelText<HTMLSelectElement>("Key").value;
  const goTo = async (hash: string) => {
    location.hash = hash;
    window.dispatchEvent(new Event("hashchange"));
    await settle();
  };
  let older: string;
  beforeEach(async () => {
    const [first, second] = api.entries;
    older = first?.id ?? "";
    api.entries = api.entries.map((entry) =>
      entry.id === older ? { ...entry, supersededBy: second?.id ?? null } : entry,
    );
    api.publish("state");
    await settle();
  });

  it("old keys stand last and say so, and are not chosen", async () => {
    await goTo("#settings");
    await goTo("#places");
    expect(options("Key").map((name) => name.replace(/ · .*/, ""))).toEqual([
      "Archive",
      `${oldKeyMark}: Daily phone`,
      "All keys",
    ]);
    expect(shown()).toBe(api.entries[1]?.id);
  });

  it("the one that was looked at is, also where it is old", async () => {
    await goTo(`#key/${older}`);
    await goTo("#places");
    expect(shown()).toBe(older);
  });
});
