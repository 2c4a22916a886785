// @vitest-environment happy-dom
/** What is said goes with its view, with its cause, and with the next try. */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Say, SayProvider, useSay } from "../../../src/ui/kit/say.tsx";

let say: Say;
let show: (stage: string, leaving?: string) => void;

function Inside() {
  say = useSay();
  return <input aria-label="box" />;
}

/** Says something as it goes, as a draft does that is lost by a lock. */
function Leaving({ sentence }: { sentence: string }) {
  const last = useSay();
  return <span ref={(element) => void (element === null && last.status(sentence))} />;
}

beforeEach(() => {
  location.hash = "#one";
  const page = (stage: string, leaving?: string) => (
    <SayProvider notices={[]} stage={stage}>
      <Inside />
      {leaving !== undefined && <Leaving sentence={leaving} />}
    </SayProvider>
  );
  const { rerender } = render(page("unlocked", "The draft is lost."));
  show = (stage, leaving) => rerender(page(stage, leaving));
});
afterEach(() => {
  cleanup();
  location.hash = "";
});

const said = () => [screen.getByRole("alert").textContent, screen.getByRole("status").textContent];
const goTo = (hash: string) => {
  location.hash = hash;
  void act(() => void window.dispatchEvent(new Event("hashchange")));
};

it("goes when another view is shown, and stays gone", () => {
  void act(() => say.status("Saved."));
  expect(said()).toEqual(["", "Saved."]);
  goTo("#two");
  expect(said()).toEqual(["", ""]);
  goTo("#one");
  expect(said()).toEqual(["", ""]);
});

it("stays where an act has led to another view first, and then says what it did", () => {
  void act(() => {
    location.hash = "#two";
    say.status("Key saved.");
  });
  void act(() => void window.dispatchEvent(new Event("hashchange")));
  expect(said()).toEqual(["", "Key saved."]);
});

it("goes with a lock, but not what the view has said as it went", () => {
  void act(() => say.alert("Wrong."));
  show("locked");
  expect(said()).toEqual(["", "The draft is lost."]);
});

it("goes with the next key where it is about what is typed, and only there", () => {
  void act(() => say.alert("The camera was lost."));
  fireEvent.input(screen.getByLabelText("box"));
  expect(said()).toEqual(["The camera was lost.", ""]);
  void act(() => say.mistake("Type it first."));
  expect(said()).toEqual(["Type it first.", ""]);
  fireEvent.input(screen.getByLabelText("box"));
  expect(said()).toEqual(["", ""]);
});

it("takes back an alert for the next try, and no status", () => {
  void act(() => say.status("Copied."));
  void act(() => say.clearAlert());
  expect(said()).toEqual(["", "Copied."]);
  void act(() => say.alert("Refused."));
  void act(() => say.clearAlert());
  expect(said()).toEqual(["", ""]);
});
