/** Files into the pages, and what is said of them. */
import { fireEvent, screen, within } from "@testing-library/preact";
import { waitFor } from "../../../support/wait.ts";
import { alertText, settle, statusText } from "../../stage.tsx";

/** Waits for an answer; what was said before does not count. */
export async function answered(act: () => void): Promise<void> {
  const before = statusText() + alertText();
  act();
  await waitFor("an answer", async () => {
    await settle();
    const now = statusText() + alertText();
    return now !== before && !/…$/.test(now);
  });
}

/** Into the picker beside the button of this name. */
export async function choose(button: string, content: BlobPart): Promise<void> {
  const picker = screen.getByRole("button", { name: button }).previousElementSibling;
  if (!(picker instanceof HTMLInputElement)) throw new Error("no picker");
  await answered(() => fireEvent.change(picker, { target: { files: [new File([content], "a.file")] } }));
}

export const pressed = (name: string) =>
  answered(() => fireEvent.click(screen.getByRole("button", { name })));

/** The keys that were found. */
export const found = () =>
  screen.getAllByRole("listitem").filter((item) => within(item).queryByRole("checkbox"));
