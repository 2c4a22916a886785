import { createEffect, createSignal } from "solid-js";
import html from "solid-js/html";
import { render } from "solid-js/web";
import { restorePage } from "../frame.js";

restorePage(({ place, label, setKey }) => {
  const Field = () => {
    const [value, setValue] = createSignal("");
    createEffect(() => setKey(value()));
    return html`<label>${label}
      <textarea class="wide" prop:value=${value} onInput=${(event) => setValue(event.target.value)}></textarea>
    </label>`;
  };
  render(Field, place);
});
