import { restoreForm } from "./plain-form.js";

/** No framework and no dialog: the key is read from the field when it changes. */
export function mount(root) {
  root.append(restoreForm().card);
}
