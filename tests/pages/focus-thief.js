import { note, option } from "./app-state.js";
import { chatPanes } from "./chat.js";
import { make, restoreForm } from "./plain-form.js";

/**
 * The page acts when its field takes the focus. `?how=composer` moves the focus into the chat at once,
 * `later` and `microtask` a moment after, `swap` puts another element in the field's place,
 * `prefill` writes into it.
 */
export function mount(root) {
  const { panes, composer } = chatPanes();
  const { card, field, listen } = restoreForm();
  root.append(make("div", { role: "dialog", aria: { label: "Restore chat history" } }, card), panes);
  const acts = {
    composer: () => composer.focus(),
    later: () => setTimeout(() => composer.focus(), 0),
    microtask: () => queueMicrotask(() => composer.focus()),
    swap: () => field.replaceWith(listen(field.cloneNode())),
    prefill: () => {
      field.value = "0";
    },
  };
  const act = acts[option("how", "composer")];
  field.addEventListener("focus", () => {
    note("stolen");
    act();
  });
}
