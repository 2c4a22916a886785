import Alpine from "@alpinejs/csp";
import { restorePage } from "../frame.js";

/** Two models at once: one waits for `change`, one for a pause in typing. The application believes both. */
restorePage(({ place, label, setKey }) => {
  Alpine.data("field", () => ({
    key: "",
    init() {
      this.$watch("key", (key) => setKey(key));
    },
  }));
  place.innerHTML = `<div x-data="field"><label><span></span><input class="wide" x-model.debounce.50ms="key"></label></div>`;
  place.querySelector("span").textContent = label;
  Alpine.start();
});
