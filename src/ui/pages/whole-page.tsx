import type { ComponentChildren } from "preact";
import type { Api } from "../api.ts";
import { Live } from "../live.tsx";
import { Language } from "../text/language.tsx";
import { Boundary } from "./boundary.tsx";

/** The language is outside of all that can break: a broken page is still in it. */
export function WholePage({ api, children }: { api: Api; children: ComponentChildren }) {
  return (
    <Language>
      <Boundary api={api}>
        <Live api={api}>{children}</Live>
      </Boundary>
    </Language>
  );
}
