import { type ComponentChildren, render } from "preact";
import { createBackgroundApi } from "../background-api.ts";
import { watchFaults } from "../features/help/faults.ts";
import { Live } from "../live.tsx";
import { Boundary } from "./boundary.tsx";

/** Draws a page of ours, with the background behind it. */
export function startPage(page: ComponentChildren): void {
  const api = createBackgroundApi();
  watchFaults(api);
  render(
    <Boundary api={api}>
      <Live api={api}>{page}</Live>
    </Boundary>,
    document.body,
  );
}
