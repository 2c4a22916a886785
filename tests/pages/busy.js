import { note, option } from "./app-state.js";
import { make, restoreForm } from "./plain-form.js";

const INSERTIONS_PER_SECOND = 10_000;
const TICK_MS = 10;
/** The container is emptied now and then, as a page that lives for hours would. */
const MOST_NODES = 20_000;

/**
 * 10,000 insertions a second where nobody sees them, for `?seconds=5`; `?rate=` says otherwise;
 * `?start=manual`: by `window.startBusy()`. `window.showForm()` and `hideForm()` answer with the time of the change.
 */
export function mount(root) {
  const container = make("div", { className: "unseen" });
  const place = make("div", {});
  root.append(make("p", {}, "Busy"), place, container);
  window.startBusy = (
    seconds = Number(option("seconds", "5")),
    rate = Number(option("rate", INSERTIONS_PER_SECOND)),
  ) =>
    new Promise((resolve) => {
      const startMs = performance.now();
      let done = 0;
      // Counted here: the browser counts all children again after each change.
      let held = 0;
      const timer = setInterval(() => {
        const elapsedMs = Math.min(performance.now() - startMs, seconds * 1000);
        for (const due = (elapsedMs / 1000) * rate; done < due; done += 1) {
          if (held === MOST_NODES) {
            container.replaceChildren();
            held = 0;
          }
          container.append(document.createElement("span"));
          held += 1;
        }
        if (elapsedMs < seconds * 1000) return;
        clearInterval(timer);
        note(`inserted ${done}`);
        resolve(done);
      }, TICK_MS);
    });
  window.showForm = () => {
    place.replaceChildren(restoreForm().card);
    return Date.now();
  };
  window.hideForm = () => {
    place.replaceChildren();
    return Date.now();
  };
  if (option("start") !== "manual") void window.startBusy();
}
