// @vitest-environment happy-dom
/** Typed rows, and the camera's panel with a camera, a browser's reader and a worker that the test holds. */
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keyRows } from "../../../../src/core/key/key-rows.ts";
import { rowCheck } from "../../../../src/core/key/row-check.ts";
import { startCodeReader } from "../../../../src/ui/features/copies/code-reader.ts";
import { INPUTS, type Input, KeyInputs } from "../../../../src/ui/features/copies/key-inputs.tsx";
import { SayProvider } from "../../../../src/ui/kit/say.tsx";
import { cameraFailureText, cameraText } from "../../../../src/ui/text/en/key-inputs.ts";
import { holds, waitFor } from "../../../support/wait.ts";
import { OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, type } from "../../stage.tsx";

const ROWS = keyRows(SAMPLE_KEY).map((groups) => groups.join(" "));
const CHECKS = keyRows(SAMPLE_KEY).map((groups, row) => rowCheck(row, groups.join("")));
const LETTERS = ["A", "B", "C", "D"] as const;
const CAMERA = "Read a QR code with the camera";

let got: string[];
function page(inputs: readonly Input[] = INPUTS, done = 0) {
  return (
    <SayProvider notices={[]}>
      <KeyInputs inputs={inputs} done={done} onKey={(hex) => void got.push(hex)} />
    </SayProvider>
  );
}

beforeEach(() => {
  got = [];
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, "mediaDevices");
  Reflect.deleteProperty(document, "visibilityState");
});

describe("typed rows", () => {
  const box = (letter: string) => screen.getByLabelText<HTMLInputElement>(`Row ${letter}`);
  /** What the box's description says, as a screen reader gets it. */
  const verdict = (letter: string) =>
    (box(letter).getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "missing")
      .join("");
  const heard = (letter: string) =>
    document.getElementById((box(letter).getAttribute("aria-describedby") ?? "").split(" ")[1] ?? "");
  const typeAll = async (withCheck: (row: number) => boolean) => {
    for (const [row, letter] of LETTERS.entries())
      await type(`Row ${letter}`, `${ROWS[row]}${withCheck(row) ? ` ${CHECKS[row]}` : ""}`);
  };
  let again: (done: number) => void;
  beforeEach(async () => {
    const { rerender } = render(page());
    again = (done) => rerender(page(INPUTS, done));
    await press("Type all rows");
  });

  it.each([
    ["0243 579g", "Group 2, character 4: “g” is not allowed. Use only 0–9 and a–f.", true],
    [ROWS[0]?.slice(0, -1) ?? "", "15 of 16 digits: 1 is missing.", true],
    ["0243", "4 of 16 digits: 12 are missing.", true],
    [`${ROWS[0]} 0`, "17 characters: a row has 16 digits and 2 check characters.", true],
    [ROWS[0] ?? "", "All 16 digits, without the check.", false],
    [`${ROWS[0]} ${CHECKS[0]}`, "The row is complete, and its check matches.", false],
    [`${ROWS[2]} ${CHECKS[2]}`, "This is row C of the sheet.", true],
    [
      `${ROWS[0]?.replace("579e", "57ae")} ${CHECKS[0]}`,
      "The check does not match. Group 2, character 3: did you mean “9”? Look at the sheet.",
      true,
    ],
    [
      `${ROWS[0]} ${CHECKS[0]?.charAt(0)}${CHECKS[0]?.charAt(1) === "z" ? "y" : "z"}`,
      "The check does not match. The typo seems to be in the check: the last two characters.",
      true,
    ],
  ])("%s: %s", async (text, said, isTypo) => {
    await type("Row A", text);
    expect(verdict("A")).toBe(said);
    expect(heard("A")?.textContent).toBe(said);
    expect(heard("A")?.getAttribute("aria-live")).toBe("polite");
    expect(box("A").getAttribute("aria-invalid")).toBe(String(isTypo));
    // It suggests, it does not change.
    expect(box("A").value).toBe(text);
  });

  it("does not say every key aloud while a row is on its way", async () => {
    fireEvent.focus(box("A"));
    await type("Row A", "0243 5");
    expect([verdict("A"), heard("A")?.textContent]).toEqual(["5 of 16 digits: 11 are missing.", ""]);
    fireEvent.blur(box("A"));
    await settle();
    expect(heard("A")?.textContent).toBe("5 of 16 digits: 11 are missing.");
  });

  it("keeps the browser's hands off the boxes", () => {
    for (const letter of LETTERS)
      expect([box(letter).getAttribute("autocomplete"), box(letter).getAttribute("spellcheck")]).toEqual([
        "off",
        "false",
      ]);
  });

  it("hands over nothing until all are whole, and says which are not", async () => {
    await typeAll(() => true);
    await type("Row C", ROWS[2]?.slice(1) ?? "");
    await type("Row D", "");
    await press("Use these rows");
    expect(alertText()).toBe("Rows C and D are not complete yet.");
    expect(got).toEqual([]);
  });

  it("hands over 64 digits, with the checks or without, and says what that is worth", async () => {
    await typeAll(() => true);
    expect(screen.getByText("All four rows are complete, and their checks match.")).toBeTruthy();
    expect(got).toEqual([]);
    await press("Use these rows");
    await typeAll((row) => row === 0);
    expect(screen.getByText(/cannot notice typos in rows B, C, and D\./)).toBeTruthy();
    fireEvent.keyDown(box("B"), { key: "Enter" });
    expect(got).toEqual([SAMPLE_KEY, SAMPLE_KEY]);
  });

  it("keeps what is typed until the caller has done with it; the focus goes back", async () => {
    await typeAll(() => false);
    await press("Use these rows");
    expect(box("A").value).toBe(ROWS[0]);
    again(1);
    await settle();
    expect(screen.queryByLabelText("Row A")).toBeNull();
    expect(document.activeElement?.textContent).toBe("Type all rows");
  });

  it("spreads a sheet that is pasted into one box, and leaves one row to its box", async () => {
    const paste = async (letter: string, text: string) => {
      const event = new Event("paste", { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { getData: () => text } });
      const isLeft = fireEvent(box(letter), event);
      await settle();
      return isLeft;
    };
    expect(await paste("B", ROWS[1] ?? "")).toBe(true);
    const sheet = LETTERS.map((letter, row) => `${letter} ${ROWS[row]} check ${CHECKS[row]}`);
    expect(await paste("C", sheet.join("\n"))).toBe(false);
    expect(LETTERS.map(verdict)).toEqual(LETTERS.map(() => "The row is complete, and its check matches."));
    await press("Use these rows");
    expect(got).toEqual([SAMPLE_KEY]);
  });

  it("is not offered where there is no sheet", () => {
    cleanup();
    render(page(["picture", "camera"]));
    expect(screen.queryByRole("button", { name: "Type all rows" })).toBeNull();
    expect(screen.getAllByRole("button")).toHaveLength(2);
  });
});

class FakeTrack {
  readyState = "live";
  stop() {
    this.readyState = "ended";
  }
}

/**
 * A camera whose code says what the test puts into `shown`; "" for none. Read by the browser's own reader.
 */
function fakeCamera(open: () => Promise<unknown>) {
  const asked: unknown[] = [];
  const getUserMedia = (what: unknown) => {
    asked.push(what);
    return open();
  };
  Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia }, configurable: true });
  const camera = { asked, shown: "", looks: 0, atOnce: 0, most: 0 };
  vi.stubGlobal("createImageBitmap", async () => ({ width: 4, height: 3, close() {} }));
  vi.stubGlobal("Worker", answering(null));
  vi.stubGlobal(
    "BarcodeDetector",
    class {
      static getSupportedFormats = async () => ["qr_code"];
      async detect() {
        camera.looks++;
        camera.most = Math.max(camera.most, ++camera.atOnce);
        await Promise.resolve();
        camera.atOnce--;
        return camera.shown === "" ? [] : [{ rawValue: camera.shown }];
      }
    },
  );
  return camera;
}

/** Never answers, as one that a prepared picture holds up. */
class SilentWorker {
  static readonly alive = new Set<SilentWorker>();
  constructor() {
    SilentWorker.alive.add(this);
  }
  postMessage() {}
  terminate() {
    SilentWorker.alive.delete(this);
  }
}

/** Answers every task with this text. */
const answering = (text: string | null) =>
  class extends SilentWorker {
    onmessage = (_: unknown) => {};
    override postMessage() {
      queueMicrotask(() => this.onmessage({ data: text }));
    }
  };

describe("the camera", () => {
  let tracks: FakeTrack[];
  const isOff = () => tracks.length > 0 && tracks.every(({ readyState }) => readyState === "ended");
  const stream = () => {
    tracks = [new FakeTrack(), new FakeTrack()];
    return Object.assign(new MediaStream(), { getTracks: () => tracks });
  };
  const isOpen = () => document.querySelector("video") !== null;
  const until = (what: string, probe: () => boolean) =>
    waitFor(what, async () => {
      await settle();
      return probe();
    });
  beforeEach(() => {
    tracks = [];
    // Of the camera's picture; happy-dom's videos have no size.
    const size = { configurable: true, value: 640 };
    Object.defineProperties(HTMLVideoElement.prototype, { videoWidth: size, videoHeight: size });
  });

  it.each([
    ["NotFoundError", "none"],
    ["OverconstrainedError", "none"],
    ["NotAllowedError", "refused"],
    ["SecurityError", "refused"],
    ["NotReadableError", "in-use"],
    ["AbortError", "in-use"],
    ["TypeError", "failed"],
  ] as const)("%s has its sentence, and the panel closes", async (name, failure) => {
    fakeCamera(async () => {
      throw Object.assign(new Error(name), { name });
    });
    render(page());
    await press(CAMERA);
    await until("the sentence", () => alertText() !== "");
    expect(alertText()).toBe(cameraFailureText[failure]);
    expect(isOpen()).toBe(false);
    expect(document.activeElement?.textContent).toBe(CAMERA);
  });

  it("a browser without cameras", async () => {
    Object.defineProperty(navigator, "mediaDevices", { value: undefined, configurable: true });
    render(page());
    await press(CAMERA);
    await until("the sentence", () => alertText() === cameraFailureText.none);
  });

  it("asks for the camera only when pressed, for pictures alone, and reads a key once", async () => {
    const camera = fakeCamera(async () => stream());
    render(page());
    expect(camera.asked).toEqual([]);
    await press(CAMERA);
    expect(camera.asked).toEqual([{ video: { facingMode: "environment" } }]);
    await until("two looks", () => camera.looks > 1);
    expect(screen.getByText(cameraText.looking)).toBeTruthy();
    expect([got, isOff()]).toEqual([[], false]);
    camera.shown = SAMPLE_KEY.toUpperCase();
    await until("the key", () => got.length > 0);
    expect([got, isOff(), isOpen(), camera.most]).toEqual([[SAMPLE_KEY], true, false, 1]);
    const { looks } = camera;
    camera.shown = OTHER_KEY;
    await holds("no further look", 600, () => got.length === 1 && camera.looks === looks);
  });

  it("shows and follows nothing else that a code says", async () => {
    const camera = fakeCamera(async () => stream());
    camera.shown = "https://example.org/login?next=javascript:alert(1)";
    render(page());
    await press(CAMERA);
    await until("the sentence", () => screen.queryByText("This code has no 64-digit key.") !== null);
    expect(document.documentElement.outerHTML).not.toContain("example.org");
    expect([got, isOff()]).toEqual([[], false]);
  });

  it("says when the camera goes away", async () => {
    fakeCamera(async () => stream());
    render(page());
    await press(CAMERA);
    await until("the camera", () => tracks.length > 0);
    for (const track of tracks) track.stop();
    await until("the sentence", () => alertText() === cameraFailureText.lost);
    expect(isOpen()).toBe(false);
  });

  it.each<[string, (unmount: () => void) => void]>([
    ["Close", () => fireEvent.click(screen.getByRole("button", { name: "Close" }))],
    ["its own button again", () => fireEvent.click(screen.getByRole("button", { name: CAMERA }))],
    ["another way", () => fireEvent.click(screen.getByRole("button", { name: "Type all rows" }))],
    ["Escape", () => fireEvent.keyDown(document.body, { key: "Escape" })],
    ["leaving the page", (unmount) => unmount()],
    [
      "another tab in front",
      () => {
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      },
    ],
  ])("%s stops it, also when it comes only afterwards", async (_, end) => {
    for (const isLate of [false, true]) {
      let open = () => {};
      const held = new Promise<void>((resolve) => {
        open = resolve;
      });
      const camera = fakeCamera(async () => {
        await held;
        return stream();
      });
      tracks = [];
      const { unmount } = render(page());
      await press(CAMERA);
      if (!isLate) {
        open();
        await until("a look", () => camera.looks > 0);
        expect(isOff()).toBe(false);
      }
      end(unmount);
      open();
      await until("the camera off", isOff);
      expect([isOpen(), SilentWorker.alive.size]).toEqual([false, 0]);
      cleanup();
      Reflect.deleteProperty(document, "visibilityState");
    }
  });
});

describe("the reader of codes", () => {
  const picture = () => ({ width: 1, height: 1, close: vi.fn() }) as unknown as ImageBitmap;
  const detector = (formats: string[], detect: () => Promise<unknown>) =>
    vi.stubGlobal(
      "BarcodeDetector",
      class {
        static getSupportedFormats = async () => formats;
        detect = detect;
      },
    );

  it("asks the browser first, and takes the code that holds a key", async () => {
    detector(["qr_code"], async () => [{ rawValue: "hello" }, { rawValue: SAMPLE_KEY }]);
    vi.stubGlobal("Worker", undefined);
    expect(await startCodeReader().read(picture(), 100)).toBe(SAMPLE_KEY);
  });

  it.each([
    ["has no such reader", () => vi.stubGlobal("BarcodeDetector", undefined)],
    ["reads other codes only", () => detector(["ean_13"], async () => [{ rawValue: "1" }])],
    ["finds nothing", () => detector(["qr_code"], async () => [])],
    ["fails", () => detector(["qr_code"], () => Promise.reject(new Error("service unavailable")))],
  ])("asks our own where the browser %s; the worker is ended after use", async (_, set) => {
    set();
    vi.stubGlobal("Worker", answering(OTHER_KEY));
    const reader = startCodeReader();
    const given = picture();
    expect(await reader.read(given, 100)).toBe(OTHER_KEY);
    expect(given.close).toHaveBeenCalled();
    expect(SilentWorker.alive.size).toBe(1);
    reader.stop();
    expect(SilentWorker.alive.size).toBe(0);
  });

  it("ends a worker that is held up after 4 s, and starts another for the next picture", async () => {
    vi.stubGlobal("Worker", SilentWorker);
    vi.useFakeTimers();
    const reader = startCodeReader();
    let answer: string | null | undefined;
    void reader.read(picture(), 100).then((text) => {
      answer = text;
    });
    await vi.advanceTimersByTimeAsync(3900);
    expect([answer, SilentWorker.alive.size]).toEqual([undefined, 1]);
    await vi.advanceTimersByTimeAsync(100);
    expect([answer, SilentWorker.alive.size]).toEqual([null, 0]);
    vi.stubGlobal("Worker", answering(OTHER_KEY));
    expect(await reader.read(picture(), 100)).toBe(OTHER_KEY);
    reader.stop();
  });

  it("stopped, it answers at once and starts nothing more", async () => {
    vi.stubGlobal("Worker", SilentWorker);
    const reader = startCodeReader();
    const reading = reader.read(picture(), 100);
    await settle();
    expect(SilentWorker.alive.size).toBe(1);
    reader.stop();
    expect(await reading).toBeNull();
    expect(await reader.read(picture(), 100)).toBeNull();
    expect(SilentWorker.alive.size).toBe(0);
  });

  it("where no worker can be started there is no code", async () => {
    vi.stubGlobal("Worker", undefined);
    expect(await startCodeReader().read(picture(), 100)).toBeNull();
  });
});
