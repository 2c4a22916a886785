/** Puts the real pages on a happy-dom stage, with the in-memory background behind them. */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach } from "vitest";
import type { PopupStep } from "../../src/protocol/page.ts";
import { Live } from "../../src/ui/live.tsx";
import { App } from "../../src/ui/pages/app/app-frame.tsx";
import { Popup, type PopupKind } from "../../src/ui/pages/popup/popup-frame.tsx";
import type { FakeApi } from "./fake-api.ts";

afterEach(() => {
  cleanup();
  location.hash = "";
});

/** Lets everything that is under way come to rest; no timer runs by it. */
export async function settle(): Promise<void> {
  // An effect can start work whose end has effects of its own.
  for (let round = 0; round < 3; round++)
    await act(async () => {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    });
}

export async function showPopup(
  api: FakeApi,
  kind: PopupKind = "popup",
  backTo: PopupStep | null = null,
): Promise<void> {
  render(
    <Live api={api}>
      <Popup kind={kind} backTo={backTo} />
    </Live>,
  );
  await settle();
}

/** Answers with the way to close the page. */
export async function showApp(api: FakeApi, hash = ""): Promise<{ unmount: () => void }> {
  location.hash = hash;
  const { unmount } = render(
    <Live api={api}>
      <App />
    </Live>,
  );
  await settle();
  return { unmount };
}

export async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
}

export async function type(label: string, text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText(label, { exact: true }), { target: { value: text } });
  await settle();
}

export function alertText(): string {
  return screen.getByRole("alert").textContent ?? "";
}

export function statusText(): string {
  return screen.getByRole("status").textContent ?? "";
}

export function keyRegion(): HTMLElement {
  return screen.getByRole("region", { name: "64-digit key" });
}

/** What the 16 groups say, or "" while they are hidden. */
export function shownDigits(): string {
  return Array.from(keyRegion().querySelectorAll(".group"), (group) => group.textContent).join("");
}
