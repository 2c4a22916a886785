import { html, LitElement } from "lit";
import { restorePage } from "../frame.js";

/** A field in an open shadow tree, labelled there. */
class KeyField extends LitElement {
  static properties = { label: {}, value: { state: true } };

  render() {
    return html`<label>${this.label} <input .value=${this.value ?? ""} @input=${this.change}></label>`;
  }

  change = (event) => {
    this.value = event.target.value;
    this.dispatchEvent(new CustomEvent("value", { detail: this.value }));
  };
}
customElements.define("key-field", KeyField);

restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("key-field"), { label });
  field.addEventListener("value", ({ detail }) => setKey(detail));
  place.append(field);
});
