import { appState, KEY, option } from "./app-state.js";
import { restoreForm } from "./plain-form.js";

/**
 * The application hears of its text before it is there and of nothing else: it keeps a text of its own and puts that
 * into the field. `?puts=no`: it leaves that to the browser. `?hears=trusted`: from the browser alone.
 */
export function mount(root) {
  const { card, field, button } = restoreForm();
  root.append(card);
  // Without the listeners that the form has.
  const own = field.cloneNode();
  field.replaceWith(own);
  own.addEventListener("beforeinput", (event) => {
    if (option("hears") === "trusted" && !event.isTrusted) return;
    appState.key += event.data ?? "";
    button.disabled = !KEY.test(appState.key);
    if (option("puts") === "no") return;
    event.preventDefault();
    own.value = appState.key;
  });
}
