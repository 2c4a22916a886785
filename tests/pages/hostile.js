import { note } from "./app-state.js";
import { make, restoreForm } from "./plain-form.js";

const EVERY_MS = 100;
const TOKEN = "0".repeat(32);
const FORGED = [
  ["sixtyfour/content", "form.look", { lookId: TOKEN }],
  ["sixtyfour/content", "form.fill", { token: TOKEN, hex: "f".repeat(64) }],
  ["sixtyfour/content", "page.waiting", { form: false, key: false }],
  ["sixtyfour/content", "field.chosen", { chosen: true }],
  ["sixtyfour/content", "key.read", { lookId: TOKEN, from: "page" }],
  ["sixtyfour/content", "form.report", { lookId: TOKEN, report: { kind: "no-form" } }],
  ["sixtyfour/page", "entry.list", {}],
  ["sixtyfour/page", "key.reveal", { id: "1" }],
  ["sixtyfour/page", "fill.run", { offerId: TOKEN, entryId: "1" }],
].map(([protocol, type, payload]) => ({ protocol, version: 1, type, payload }));

/** Every way that a page has to speak to an extension; `events` notes each answer. */
function forgeMessages() {
  for (const message of FORGED) {
    window.postMessage(message, "*");
    window.dispatchEvent(
      new MessageEvent("message", { data: message, source: window, origin: location.origin }),
    );
    document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
    for (const root of ["chrome", "browser"]) {
      const runtime = globalThis[root]?.runtime;
      if (!runtime?.sendMessage) continue;
      try {
        const answer = runtime.sendMessage(message, (reply) => reply && note(`answered: ${message.type}`));
        answer?.then?.((reply) => reply && note(`answered: ${message.type}`)).catch?.(() => undefined);
      } catch {
        // Refused, as it should be.
      }
    }
  }
}

function forgeEvents(field) {
  const keys = { key: "6", code: "Digit6", altKey: true, shiftKey: true, bubbles: true, composed: true };
  for (const target of [field, document, window]) {
    target.dispatchEvent(new KeyboardEvent("keydown", keys));
    target.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
    target.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, composed: true }));
    target.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }
  field.dispatchEvent(new FocusEvent("focus"));
}

/** The page's own world is all bent; a script in a world of its own must not notice. */
function bendPrototypes() {
  const taken = (name) => note(`ran: ${name}`);
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  Object.defineProperty(HTMLInputElement.prototype, "value", {
    configurable: true,
    get,
    set(value) {
      taken("value setter");
      set.call(this, value);
    },
  });
  document.execCommand = () => taken("execCommand");
  document.elementsFromPoint = () => [];
  Element.prototype.checkVisibility = () => true;
  HTMLElement.prototype.focus = () => taken("focus");
  window.getComputedStyle = () => ({ opacity: "1" });
  crypto.getRandomValues = (bytes) => bytes.fill(0);
}

/** A good form on a page that tries everything to start a fill, to learn the key or to mislead about either. */
export function mount(root) {
  const { card, field } = restoreForm();
  root.append(make("div", {}, card));
  bendPrototypes();
  setInterval(() => {
    forgeMessages();
    forgeEvents(field);
  }, EVERY_MS);
}
