import { type ComponentChildren, render } from "preact";
import { createBackgroundApi } from "../background-api.ts";
import { watchFaults } from "../features/help/faults.ts";
import { WholePage } from "./whole-page.tsx";

/** Draws a page of ours, with the background behind it. */
export function startPage(page: ComponentChildren): void {
  const api = createBackgroundApi();
  watchFaults(api);
  render(<WholePage api={api}>{page}</WholePage>, document.body);
}
