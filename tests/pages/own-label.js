import { option } from "./app-state.js";
import { make, restoreForm } from "./plain-form.js";

/** The field is in sight, and the label over it takes the clicks meant for it. */
function solid({ label, field }) {
  field.classList.add("solid");
  label.classList.add("hit");
}

/** What is wrong with a label that lies over its field, or with the field under it. */
const WAYS = {
  none: () => undefined,
  solid,
  "solid-foreign": (parts) => {
    solid(parts);
    WAYS.foreign(parts);
  },
  // What takes the clicks is not seen, and is not the label.
  "solid-covered": (parts) => {
    solid(parts);
    document.body.append(make("div", { className: "cover clear" }));
  },
  "solid-stays": (parts) => {
    solid(parts);
    parts.label.classList.add("stuck");
  },
  // Text that belongs to no field, or to another one.
  foreign: ({ label }) => label.replaceWith(make("span", { className: label.className }, label.textContent)),
  other: ({ label }) => {
    label.htmlFor = "other";
  },
  // Within the field's label, but beside the field.
  beside: ({ label }) => label.classList.remove("over"),
  unseen: ({ label }) => label.classList.add("faint"),
  // The label shows, and what is around the field does not.
  above: ({ field }) => {
    const around = make("div", { className: "faint" });
    field.replaceWith(around);
    around.append(field);
  },
  clipped: ({ field }) => field.classList.add("clipped"),
  tiny: ({ field }) => field.classList.add("speck"),
  veiled: () => document.body.append(make("div", { className: "veil" })),
  // Transparent with the focus too.
  stays: ({ holder }) => holder.classList.remove("reacts"),
  late: ({ field }) => field.classList.add("slow"),
  // Seen with the focus, until the next task.
  flickers: ({ holder, field }) =>
    field.addEventListener("focus", () => setTimeout(() => holder.classList.remove("reacts"))),
};

/** A restore form whose label lies where the text will be; the empty field is transparent until it has the focus. */
export function mount(root) {
  const { card, field } = restoreForm();
  field.id = "key";
  const text = card.querySelector("label");
  const label = make("label", { htmlFor: "key", className: "over" }, "64-digit encryption key");
  const holder = make("div", { className: "labelled reacts" }, field, label);
  text.replaceWith(holder);
  field.ariaLabel = "64-digit encryption key";
  for (const [type, isActive] of [
    ["focus", () => true],
    ["blur", () => field.value !== ""],
  ])
    field.addEventListener(type, () => holder.classList.toggle("active", isActive()));
  root.append(card);
  window.act = () => WAYS[option("how", "none")]({ label, holder, field });
  if (option("when") !== "call") window.act();
}
