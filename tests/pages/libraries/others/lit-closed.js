import { html, LitElement } from "lit";
import { restorePage } from "../frame.js";

/** The same in a closed shadow tree, which no script of the page can look into. */
class ClosedField extends LitElement {
  static shadowRootOptions = { mode: "closed" };
  static properties = { label: {} };

  render() {
    return html`<label>${this.label} <input @change=${this.change}></label>`;
  }

  firstUpdated() {
    this.dataset.drawn = "";
  }

  change = (event) => this.dispatchEvent(new CustomEvent("value", { detail: event.target.value }));
}
customElements.define("closed-field", ClosedField);

restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("closed-field"), { label });
  field.addEventListener("value", ({ detail }) => setKey(detail));
  place.append(field);
});
