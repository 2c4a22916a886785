import Framework7 from "framework7";
import Input from "framework7/components/input";
import "framework7/css";
import "framework7/components/input/css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

Framework7.use([Input]);

/** A row of a list with a floating label and a button to clear it. */
restorePage(({ place, label, setKey }) => {
  const field = make("input", { type: "text", name: "key" });
  field.addEventListener("input", () => setKey(field.value));
  const wrap = make(
    "div",
    { className: "item-input-wrap" },
    field,
    make("span", { className: "input-clear-button" }),
  );
  const inner = make(
    "div",
    { className: "item-inner" },
    make("div", { className: "item-title item-floating-label" }, label),
    wrap,
  );
  const row = make("li", { className: "item-content item-input" }, inner);
  const app = make(
    "div",
    { className: "framework7-root" },
    make("div", { className: "list list-strong-ios" }, make("ul", {}, row)),
  );
  place.append(app);
  new Framework7({ el: app, theme: "md" });
});
