import "@fluentui/web-components/text-input.js";
import "@fluentui/web-components/field.js";
import { webLightTheme } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

setTheme(webLightTheme);

/** Its input stands in a shadow tree, its label in the document. */
restorePage(({ place, label, setKey }) => {
  const caption = make("label", { slot: "label" }, label);
  const input = make("fluent-text-input", { slot: "input", id: "key" });
  caption.setAttribute("for", "key");
  input.addEventListener("input", () => setKey(input.value));
  place.append(make("fluent-field", {}, caption, input));
});
