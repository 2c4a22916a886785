/**
 * The other build of this room, for a page whose host the user has typed. The background puts it there after
 * that act and gets its answers as the functions' results. It sends and receives no messages.
 */
import type { OtherPage } from "../protocol/other-page.ts";
import { activeElement } from "./deep-tree.ts";
import { createSession } from "./document-session.ts";
import type { TextField } from "./fields.ts";
import { foreignScriptHosts } from "./foreign-scripts.ts";
import { isOtherPage } from "./gates/place.ts";

const session = createSession(isOtherPage);

const otherPage: OtherPage = {
  look() {
    const { host } = location;
    if (!isOtherPage()) return { host, isSafe: false, scriptHosts: [], report: { kind: "no-form" } };
    // Other tools use any words: if no field reads like a restore form, the field that has the focus is
    // meant.
    const found = session.report();
    if (found.kind !== "form") session.choose(activeElement() as TextField | null);
    return { host, isSafe: true, scriptHosts: foreignScriptHosts(), report: session.report() };
  },
  fill: session.fill,
};

// Ours alone: an isolated world's names are not the page's.
Object.assign(globalThis, { otherPage });
