// @vitest-environment happy-dom
/** What a page does about a failure that nobody expected: drawing, an act. */
import { render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeFault } from "../../../src/core/fault.ts";
import { faults, log, whenLogged } from "../../../src/platform/log.ts";
import { ApiProvider } from "../../../src/ui/api.ts";
import { watchFaults } from "../../../src/ui/features/help/faults.ts";
import { Button } from "../../../src/ui/kit/button.tsx";
import { SayProvider } from "../../../src/ui/kit/say.tsx";
import { useAct } from "../../../src/ui/kit/use-act.ts";
import { Boundary } from "../../../src/ui/pages/boundary.tsx";
import { WholePage } from "../../../src/ui/pages/whole-page.tsx";
import { errorText } from "../../../src/ui/text/en/errors.ts";
import { reportPress, reportText } from "../../../src/ui/text/en/report.ts";
import { pseudoText } from "../../../src/ui/text/pseudo.ts";
import { waitFor } from "../../support/wait.ts";
import { FakeApi, SAMPLE_KEY } from "../fake-api.ts";
import { alertText, press, settle } from "../stage.tsx";

let api: FakeApi;
let copied: string[];

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  api = new FakeApi();
  copied = [];
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
});
afterEach(() => {
  window.history.replaceState(null, "", location.pathname);
  document.documentElement.removeAttribute("dir");
  whenLogged(() => undefined);
  faults.remove(faults.all());
});

function Breaks({ reason }: { reason: unknown }): never {
  throw reason;
}

async function showBroken(reason: unknown): Promise<void> {
  render(
    <Boundary api={api}>
      <Breaks reason={reason} />
    </Boundary>,
  );
  await settle();
}

describe("a page that cannot be drawn", () => {
  it("says so, shows nothing that was thrown, and reloads on a press", async () => {
    await showBroken(new Error(`no ${SAMPLE_KEY}`));
    expect(alertText()).toBe(reportText.broken + reportText.reload);
    expect(document.body.textContent).not.toContain(SAMPLE_KEY);
    await press("Reload");
    expect(api.done).toEqual(["reloadPage"]);
  });

  it("copies the report of Help: keys without their digits, and the fault", async () => {
    api.status = "unlocked";
    const entry = api.put(SAMPLE_KEY, { label: "Spare handset" });
    api.faults.add(describeFault("storage-failed", new Error("no room")));
    await showBroken(new TypeError(`no ${SAMPLE_KEY}`));
    await press("Copy report");
    expect(copied).toHaveLength(1);
    expect(copied[0]).toContain(`key ID: ${entry.keyId}`);
    expect(copied[0]).toContain(
      "faults: 2\n  storage-failed (1) Error: no room\n  draw-failed (1) TypeError",
    );
    expect(copied[0]).not.toMatch(/handset|0243/);
    expect(screen.getByRole("status").textContent).toBe(reportText.copied);
    expect(api.asked).toContain("clipboard.taken");
    expect(api.asked).not.toContain("key.reveal");
  });

  it("works while the background is silent", async () => {
    let answer = () => {};
    const silence = new Promise<void>((resolve) => {
      answer = resolve;
    });
    for (const type of ["entry.list", "fault.collect", "clipboard.taken"] as const)
      api.held.set(type, silence);
    await showBroken(new TypeError("x"));
    await press("Copy report");
    expect(copied[0]).toContain("faults: 1\n  draw-failed (1) TypeError");
    answer();
    await settle();
  });

  it("works while the background refuses", async () => {
    await showBroken(new TypeError("x"));
    api.failing.set("fault.collect", "internal");
    await press("Copy report");
    expect(copied[0]).toContain("keys: 0");
    expect(copied[0]).toContain("draw-failed (1) TypeError");
  });

  it("copies a report although what it could say of the keys is broken", async () => {
    api.status = "unlocked";
    api.put(SAMPLE_KEY, { createdAtMs: Number.NaN });
    await showBroken(new RangeError("Invalid time value"));
    await press("Copy report");
    expect(copied[0]).toContain("keys: 0");
    expect(copied[0]).toContain("draw-failed (1) RangeError");
    expect(api.asked.filter((type) => type === "entry.list")).toHaveLength(1);
  });

  it("says when the browser refuses the clipboard", async () => {
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("no"));
    await showBroken(new Error("x"));
    await press("Copy report");
    expect(screen.getByRole("status").textContent).toBe(errorText["clipboard-refused"]);
  });

  it("speaks the language that was chosen", async () => {
    window.history.replaceState(null, "", "?language=pseudo");
    api.status = "unlocked";
    render(
      <WholePage api={api}>
        <Breaks reason={new Error("x")} />
      </WholePage>,
    );
    await waitFor("the chosen language", async () => {
      await settle();
      return screen.queryByText(pseudoText(reportText.broken)) !== null;
    });
    expect(alertText()).toBe(pseudoText(reportText.broken) + pseudoText(reportText.reload));
    expect(screen.getByRole("button", { name: pseudoText(reportPress.reload) })).toBeTruthy();
    await press(pseudoText(reportPress.copy));
    expect(screen.getByRole("status").textContent).toBe(pseudoText(reportText.copied));
  });

  it.each([[undefined], [null], ["a text"], [0]])("is noticed whatever was thrown: %j", async (reason) => {
    await showBroken(reason);
    expect(alertText()).toContain(reportText.broken);
    expect(api.faults.all()).toMatchObject([{ code: "draw-failed", name: "other" }]);
  });

  it("is logged by its name, without a message of the browser's", async () => {
    await showBroken(new TypeError("Failed to fetch chrome-extension://x/steps.js"));
    expect(api.faults.all()).toMatchObject([{ code: "draw-failed", name: "TypeError", message: null }]);
  });
});

describe("an act that fails", () => {
  function Act({ work }: { work: () => Promise<void> }) {
    const { busy, run } = useAct();
    return <Button label="Act" busy={busy} onPress={() => run(work)} />;
  }

  it.each([
    ["rejects", () => Promise.reject(new TypeError(SAMPLE_KEY))],
    [
      "throws at once",
      () => {
        throw new TypeError(SAMPLE_KEY);
      },
    ],
  ])("is logged, says a sentence, and can be tried again: %s", async (_, work) => {
    const acts = vi.fn(work);
    render(
      <ApiProvider value={api}>
        <SayProvider notices={[]}>
          <Act work={acts} />
        </SayProvider>
      </ApiProvider>,
    );
    await press("Act");
    expect(alertText()).toBe(reportText.actFailed);
    expect(screen.getByRole("button").getAttribute("aria-busy")).toBe("false");
    await press("Act");
    expect(acts).toHaveBeenCalledTimes(2);
    expect(faults.all()).toMatchObject([{ code: "act-failed", name: "TypeError", message: null, times: 2 }]);
  });
});

describe("a page's log", () => {
  it("goes to the background at once, and each fault once", async () => {
    watchFaults(api);
    log("act-failed", new Error("no room"));
    log("act-failed", new Error("no room"));
    await settle();
    expect(faults.all()).toEqual([]);
    expect(api.faults.all()).toMatchObject([{ code: "act-failed", message: "no room", times: 2 }]);
  });

  it("stays where it is until the background takes it", async () => {
    watchFaults(api);
    api.failing.set("fault.collect", "internal");
    log("act-failed", new Error("no room"));
    await settle();
    expect(faults.all()).toMatchObject([{ times: 1 }]);
    log("act-failed", new Error("no room"));
    await settle();
    expect(faults.all()).toEqual([]);
    expect(api.faults.all()).toMatchObject([{ times: 2 }]);
  });
});
