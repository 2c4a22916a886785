// @vitest-environment happy-dom
/** *In a terminal*: commands without a key, and the key by the clipboard that is cleared in time. */
import { fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { exportLoginOf } from "../../../../src/copies/export-entry.ts";
import { TERMINAL_PROGRAMS, terminalLine } from "../../../../src/copies/terminal.ts";
import { terminalAnswers, terminalText } from "../../../../src/ui/text/en/terminal.ts";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";

let api: FakeApi;
beforeEach(async () => {
  api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Daily phone", phoneEnding: "42" });
  await showApp(api, "#places");
  await settle();
});

afterEach(() => vi.restoreAllMocks());

const shown = () => document.querySelector(".command")?.textContent;

async function choose(program: (typeof TERMINAL_PROGRAMS)[number]): Promise<void> {
  fireEvent.change(screen.getByLabelText("Program"), { target: { value: program } });
  await settle();
}

/** The next text for the clipboard, taken or refused. */
function onClipboard(refuses = false) {
  return vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async () => {
    if (refuses) throw new DOMException("", "NotAllowedError");
  });
}

it("shows each program's command and its questions in their order, without asking for the key", async () => {
  const [entry] = api.entries;
  if (!entry) throw new Error("no entry");
  for (const program of TERMINAL_PROGRAMS) {
    await choose(program);
    if (program === "keepassxc-cli") await type(terminalText.database, " ~/my keys.kdbx ");
    const { command, asks } = terminalLine(program, exportLoginOf(entry), "~/my keys.kdbx");
    expect(shown()).toBe(command);
    const steps = Array.from(document.querySelectorAll("details .steps li"), (step) => step.textContent);
    expect(steps.slice(2)).toEqual(asks.map((question) => terminalAnswers[question]));
    expect(document.body.innerHTML).not.toContain(SAMPLE_KEY.slice(0, 8));
  }
  expect(api.asked).not.toContain("key.reveal");
});

it("waits for the database's path before there is a command", async () => {
  const written = onClipboard();
  await choose("keepassxc-cli");
  expect(shown()).toBeUndefined();
  await press(terminalText.copyCommand);
  expect(alertText()).toBe(terminalText.databaseMissing);
  expect(written).not.toHaveBeenCalled();
});

it("copies the command, and tells the background that no key is on the clipboard any more", async () => {
  const written = onClipboard();
  await press(terminalText.copyCommand);
  expect(written).toHaveBeenLastCalledWith(shown());
  expect(api.asked.at(-1)).toBe("clipboard.taken");
  expect(statusText()).toBe(terminalText.copied);
});

it("leaves the clearing of a key as it is when the browser takes no command", async () => {
  onClipboard(true);
  await press(terminalText.copyCommand);
  expect(alertText()).toContain("did not allow Sixtyfour to use the clipboard");
  expect(api.asked).not.toContain("clipboard.taken");
});

it("has the key copied by the background, which clears it", async () => {
  await press(terminalText.copyKey);
  expect(api.asked.at(-1)).toBe("key.copy");
  expect(api.clipboard).toBe(SAMPLE_KEY);
  expect(statusText()).toContain("45 s");
  api.failing.set("key.copy", "clipboard-refused");
  await press(terminalText.copyKey);
  expect(alertText()).toContain("did not allow Sixtyfour to use the clipboard");
});

it("is not there for all keys together", async () => {
  fireEvent.change(screen.getByLabelText("Key"), { target: { value: "all" } });
  await settle();
  expect(document.querySelector("details")).toBeNull();
});
