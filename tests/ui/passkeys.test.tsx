// @vitest-environment happy-dom
/** Passkeys as people meet them: in *Settings*, on the unlock screen, in the popup and its small window. */
import { cleanup, screen, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import { randomBytes } from "../../src/core/bytes.ts";
import { fail, ok } from "../../src/core/errors.ts";
import type { Passkey, PasskeyAnswer } from "../../src/core/sealed/slots/passkey-slot.ts";
import type { PasskeyCeremony, PasskeyFailure, PasskeyReply } from "../../src/platform/passkey-ceremony.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import {
  passkeyFailed,
  passkeyText,
  passkeyUnlockFailed,
  withDropped,
  withDroppedHere,
} from "../../src/ui/text/en/passkeys.ts";
import { FakeApi } from "./fake-api.ts";
import { alertText, press, settle, showApp, showPopup, statusText, type } from "./stage.tsx";

const PASSPHRASE = "plain wide river stone";
const ID = toBase64Url(new Uint8Array(20).fill(1));
const SALT = toBase64Url(new Uint8Array(32).fill(9));

let api: FakeApi;
/** What each question asked for, and the answer to the next ones; null answers. */
let asked: (readonly Passkey[] | "create")[];
let failing: PasskeyFailure | null;
let outputs: Uint8Array[];
/** The authenticator waits for its user, until the page ends that. */
let waits: boolean;
let ended: number;

function answer(passkey: Passkey) {
  if (failing) return fail(failing);
  const given: PasskeyAnswer = { ...passkey, prfOutput: new Uint8Array(32).fill(7) };
  outputs.push(given.prfOutput);
  return ok(given);
}

const endOf = (signal: AbortSignal) =>
  new Promise<PasskeyReply>((resolve) => {
    signal.addEventListener("abort", () => {
      ended++;
      resolve(fail("ended"));
    });
  });

const ceremony: PasskeyCeremony = {
  create: async (_known, signal) => {
    asked.push("create");
    if (waits) return endOf(signal);
    return answer({ credentialId: new Uint8Array(20).fill(2), salt: randomBytes(32) });
  },
  ask: async (passkeys, signal) => {
    asked.push(passkeys);
    const [first] = passkeys;
    if (waits) return endOf(signal);
    return first ? answer(first) : fail("failed");
  },
};

const laptop = () => ({ id: "ab".repeat(16), credentialId: ID, salt: SALT, name: "Laptop", addedAtMs: 0 });

beforeEach(() => {
  [asked, failing, outputs, waits, ended] = [[], null, [], false, 0];
  api = new FakeApi();
  api.passphrase = PASSPHRASE;
  api.status = "locked";
  api.passkeys = ceremony;
  api.knownPasskeys = [laptop()];
});

/** How strong a passphrase is takes long to tell on a busy machine. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });
const focused = (has: boolean) => vi.spyOn(document, "hasFocus").mockReturnValue(has);
const unlockButton = () => screen.queryByRole("button", { name: passkeyText.unlock });

describe("unlocking", () => {
  it("offers a passkey before the passphrase, with the stored salt, and wipes the output", async () => {
    focused(false);
    await showApp(api);
    const names = screen.getAllByRole("button").map(({ textContent }) => textContent);
    expect(names.indexOf(passkeyText.unlock)).toBeLessThan(names.indexOf("Unlock"));
    await press(passkeyText.unlock);
    expect(api.status).toBe("unlocked");
    expect(asked).toEqual([[{ credentialId: new Uint8Array(20).fill(1), salt: new Uint8Array(32).fill(9) }]]);
    expect(outputs).toEqual([new Uint8Array(32)]);
  });

  it("offers none where there is no passkey, or the browser has no way to it", async () => {
    focused(true);
    api.knownPasskeys = [];
    const { unmount } = await showApp(api);
    expect(unlockButton()).toBeNull();
    unmount();
    api.knownPasskeys = [laptop()];
    api.passkeys = null;
    await showApp(api);
    expect(unlockButton()).toBeNull();
    expect(api.asked).not.toContain("passkey.add");
    expect(asked).toEqual([]);
  });

  it.each(Object.keys(passkeyFailed) as PasskeyFailure[])(
    "that fails (%s) says why, and the passphrase unlocks",
    async (code) => {
      focused(false);
      failing = code;
      await showApp(api);
      await press(passkeyText.unlock);
      expect(alertText()).toBe(`${passkeyFailed[code]} Use your passphrase.`);
      expect(api.status).toBe("locked");
      await type("Passphrase", PASSPHRASE);
      await press("Unlock");
      expect(api.status).toBe("unlocked");
    },
  );

  it("says that the background refused the passkey", async () => {
    focused(false);
    await showApp(api);
    api.failing.set("keyring.unlock-by-passkey", "wrong-passkey");
    await press(passkeyText.unlock);
    expect(alertText()).toContain("does not unlock Sixtyfour");
  });
});

describe("a passkey that is waited for", () => {
  beforeEach(() => {
    waits = true;
  });

  const SILENT = { alert: "", status: "" };
  const said = () => ({ alert: alertText(), status: statusText() });

  it("is asked for no more once Sixtyfour is unlocked otherwise, and nothing is said of it", async () => {
    focused(true);
    await showApp(api);
    expect(statusText()).toBe(passkeyText.asking);
    await type("Passphrase", PASSPHRASE);
    await press("Unlock");
    expect([api.status, ended]).toEqual(["unlocked", 1]);
    expect(said()).toEqual(SILENT);
    expect(api.asked).not.toContain("keyring.unlock-by-passkey");
  });

  it("is asked for no more once another window unlocked it", async () => {
    focused(true);
    await showApp(api);
    api.status = "unlocked";
    api.publish("state");
    await settle();
    expect(ended).toBe(1);
    expect(said()).toEqual(SILENT);
    expect(api.asked).not.toContain("keyring.unlock-by-passkey");
  });

  it("is asked for no more once the page is gone", async () => {
    focused(true);
    const { unmount } = await showApp(api);
    expect([asked.length, ended]).toEqual([1, 0]);
    unmount();
    expect(ended).toBe(1);
  });
});

describe("the tab asks by itself", () => {
  it("when it was opened locked and has the focus, once", async () => {
    focused(true);
    failing = "not-answered";
    await showApp(api);
    expect(asked).toHaveLength(1);
    expect(alertText()).toBe(passkeyUnlockFailed("not-answered"));
    api.publish("state");
    await settle();
    expect(asked).toHaveLength(1);
  });

  it("not without the focus", async () => {
    focused(false);
    await showApp(api);
    expect(asked).toEqual([]);
    focused(true);
    api.publish("state");
    await settle();
    expect(asked).toEqual([]);
  });

  it("not when it was locked while it was open", async () => {
    focused(true);
    api.status = "unlocked";
    await showApp(api);
    await press("Lock");
    expect(unlockButton()).toBeTruthy();
    expect(asked).toEqual([]);
  });
});

describe("the popup", () => {
  it("opens a small window, and asks nothing itself", async () => {
    focused(true);
    await showPopup(api);
    await press(passkeyText.unlock);
    expect(api.done).toEqual(["openPasskeyWindow"]);
    expect(asked).toEqual([]);
  });

  it("that is popped out asks itself, after a press", async () => {
    focused(true);
    await showPopup(api, "window");
    expect(asked).toEqual([]);
    await press(passkeyText.unlock);
    expect(api.status).toBe("unlocked");
    expect(api.done).toEqual([]);
  });

  it("comes back from the small window, which asks at once, whichever way it was unlocked", async () => {
    focused(true);
    await showPopup(api, "passkey");
    expect(asked).toHaveLength(1);
    expect(api.done).toEqual(["returnToPopup"]);
  });

  it("comes back to where the shortcut wanted it to be", async () => {
    focused(false);
    api.step = "fill";
    await showPopup(api);
    await press(passkeyText.unlock);
    expect(api.done).toEqual(["openPasskeyWindow fill"]);
    cleanup();
    focused(true);
    await showPopup(api, "passkey", "fill");
    await until(() => expect(api.done.at(-1)).toBe("returnToPopup"));
    expect(api.step).toBe("fill");
  });

  it("keeps the step that it waits for: the small window takes none", async () => {
    focused(false);
    api.step = "add";
    await showPopup(api, "passkey");
    api.publish("step");
    await settle();
    expect(api.step).toBe("add");
  });

  it("does not ask by itself again where the small window stays open and is locked", async () => {
    focused(true);
    await showPopup(api, "passkey");
    api.status = "locked";
    api.publish("state");
    await settle();
    expect(unlockButton()).toBeTruthy();
    expect(asked).toHaveLength(1);
  });

  it("stays in the small window where the passkey does not answer, and comes back after the passphrase", async () => {
    focused(true);
    failing = "not-answered";
    await showPopup(api, "passkey");
    expect(alertText()).toBe(passkeyUnlockFailed("not-answered"));
    expect(api.done).toEqual([]);
    await type("Passphrase", PASSPHRASE);
    await press("Unlock");
    expect(api.done).toEqual(["returnToPopup"]);
  });
});

describe("settings", () => {
  const panel = () => within(screen.getByRole("region", { name: passkeyText.title }));

  beforeEach(() => {
    api.status = "unlocked";
  });

  async function typePassphrase(passphrase = PASSPHRASE): Promise<void> {
    const box = panel().getByLabelText("Current passphrase");
    const { fireEvent } = await import("@testing-library/preact");
    fireEvent.input(box, { target: { value: passphrase } });
    await settle();
  }

  it("lists each with its name and date", async () => {
    await showApp(api, "#settings");
    expect(panel().getByRole("listitem").textContent).toMatch(/^Laptop added on .*1970.*Remove$/);
  });

  it("asks for the passphrase first: nothing is made without it", async () => {
    await showApp(api, "#settings");
    await press(passkeyText.add);
    expect(asked).toEqual([]);
    expect(alertText()).toBe("Type your current passphrase first.");
  });

  it("adds one: makes it, asks the one that is there for a fresh salt, and lists both", async () => {
    await showApp(api, "#settings");
    await typePassphrase();
    await type(passkeyText.name, " Stick ");
    await press(passkeyText.add);
    expect(statusText()).toBe(passkeyText.added);
    expect(asked[0]).toBe("create");
    const [fresh] = asked[1] as Passkey[];
    expect(toBase64Url(fresh?.credentialId ?? new Uint8Array())).toBe(ID);
    expect(toBase64Url(fresh?.salt ?? new Uint8Array())).not.toBe(SALT);
    expect(api.knownPasskeys.map(({ name }) => name)).toEqual(["Laptop", "Stick"]);
    expect(outputs).toEqual([new Uint8Array(32), new Uint8Array(32)]);
  });

  it("makes none, and asks none, for a wrong passphrase", async () => {
    await showApp(api, "#settings");
    await typePassphrase("not the passphrase");
    await press(passkeyText.add);
    expect(alertText()).toBe(errorText["wrong-passphrase"]);
    api.knownPasskeys.push({ ...laptop(), id: "cd".repeat(16), credentialId: "AQ", name: "Stick" });
    api.publish("state");
    await settle();
    await press("Remove passkey Laptop");
    expect(alertText()).toBe(errorText["wrong-passphrase"]);
    expect(asked).toEqual([]);
    expect(api.knownPasskeys).toHaveLength(2);
  });

  it.each(["no-prf", "not-answered", "already-there"] as const)(
    "adds none where that fails: %s",
    async (code) => {
      failing = code;
      await showApp(api, "#settings");
      await typePassphrase();
      await press(passkeyText.add);
      expect(alertText()).toBe(passkeyFailed[code]);
      expect(api.asked).not.toContain("passkey.add");
    },
  );

  it("removes one", async () => {
    await showApp(api, "#settings");
    await typePassphrase();
    await press("Remove passkey Laptop");
    expect(statusText()).toBe(passkeyText.removed);
    expect(api.knownPasskeys).toEqual([]);
    expect(asked).toEqual([]);
  });

  async function changePassphrase(current: string): Promise<void> {
    await showApp(api, "#settings");
    const change = within(screen.getByRole("region", { name: "Change passphrase" }));
    const { fireEvent } = await import("@testing-library/preact");
    const next = "copper meadow lantern violet 83";
    for (const [label, text] of [
      ["Current passphrase", current],
      ["New passphrase", next],
      ["Repeat new passphrase", next],
    ] as const)
      fireEvent.input(change.getByLabelText(label), { target: { value: text } });
    await settle();
    await press("Change passphrase");
  }

  const lock = () => {
    api.status = "locked";
  };
  const leave = () => {
    location.hash = "#help";
  };

  it.each([
    ["Sixtyfour locks", lock],
    ["another view is opened", leave],
  ])("changes nothing, and says nothing, where a passkey is waited for and %s", async (_what, happen) => {
    waits = true;
    await changePassphrase(PASSPHRASE);
    await until(() => expect(asked).toHaveLength(1));
    happen();
    window.dispatchEvent(new Event("hashchange"));
    api.publish("state");
    await settle();
    expect(ended).toBe(1);
    expect([alertText(), statusText()]).toEqual(["", ""]);
    expect(api.asked).not.toContain("passphrase.change");
    expect(api.passphrase).toBe(PASSPHRASE);
  });

  it("makes no passkey that nobody waits for any more", async () => {
    waits = true;
    await showApp(api, "#settings");
    await typePassphrase();
    await press(passkeyText.add);
    api.status = "locked";
    api.publish("state");
    await settle();
    expect([asked, ended]).toEqual([["create"], 1]);
    expect(api.asked).not.toContain("passkey.add");
  });

  it("changes nothing where another ceremony is under way: nobody was asked, so nobody is dropped", async () => {
    failing = "busy";
    await changePassphrase(PASSPHRASE);
    await until(() => expect(alertText()).toBe(passkeyFailed.busy));
    expect(api.knownPasskeys).toHaveLength(1);
    expect(api.asked).not.toContain("passphrase.change");
  });

  it("says which passkeys are gone where this browser cannot ask them", async () => {
    api.passkeys = null;
    await changePassphrase(PASSPHRASE);
    await until(() => expect(statusText()).toContain(withDroppedHere("", ["Laptop"]).trim()));
    expect(api.knownPasskeys).toEqual([]);
    expect(api.asked).not.toContain("passphrase.check");
  });

  it("asks no passkey for a new passphrase where the current one is wrong", async () => {
    await changePassphrase("not the passphrase");
    await until(() => expect(alertText()).toBe(errorText["wrong-passphrase"]));
    expect(asked).toEqual([]);
    expect(api.asked).not.toContain("passphrase.change");
  });

  it("says which passkey a changed passphrase has dropped", async () => {
    failing = "not-answered";
    await changePassphrase(PASSPHRASE);
    await until(() => expect(statusText()).toContain("Laptop"));
    expect(statusText()).toContain(withDropped("", ["Laptop"]).trim());
    expect(asked).toHaveLength(1);
  });

  it("says in one sentence why there is none in Firefox", async () => {
    api.passkeys = null;
    await showApp(api, "#settings");
    expect(panel().getByText(passkeyText.notHere)).toBeTruthy();
    expect(panel().queryByRole("button")).toBeNull();
  });
});
