import { note, option } from "./app-state.js";
import { make, restoreForm } from "./plain-form.js";

/**
 * A good form that the user cannot see or use: `?how=` one of the names below, `none` for the form as it is.
 * `window.hide(how)` does the same later.
 */
export function mount(root) {
  const { card, field } = restoreForm();
  const outer = make("div", {}, card);
  root.append(outer);
  const dress = (element, name) => () => element.classList.add(name);
  const ways = {
    none: () => undefined,
    opacity: dress(card, "faint"),
    "opacity-above": dress(outer, "faint"),
    clip: dress(card, "clipped"),
    offscreen: dress(card, "away"),
    display: dress(card, "gone"),
    visibility: dress(card, "invisible"),
    filter: dress(card, "blurred"),
    mask: dress(card, "masked"),
    tiny: dress(card, "tiny"),
    speck: dress(field, "speck"),
    rolled: dress(card, "rolled"),
    covered: () => root.append(make("div", { className: "cover" })),
    veiled: () => document.body.append(make("div", { className: "veil" })),
    popover: () => {
      const layer = make("div", { className: "veil", popover: "manual" });
      root.append(layer);
      layer.showPopover();
    },
    modal: () => {
      const dialog = make("dialog", {}, "Something else");
      root.append(dialog);
      dialog.showModal();
    },
    // An empty place for short notices covers nothing: this form may be filled.
    toasts: () => document.body.append(make("div", { className: "toasts" })),
    inert: () => card.setAttribute("inert", ""),
    "aria-hidden": () => card.setAttribute("aria-hidden", "true"),
    readonly: () => field.setAttribute("readonly", ""),
    disabled: () => field.setAttribute("disabled", ""),
  };
  window.hide = (how) => {
    ways[how]();
    note(`hidden: ${how}`);
  };
  window.hide(option("how", "none"));
}
