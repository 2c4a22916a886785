/** An honest page that goes on: as soon as it has what it asked for, it asks something else in the same place. */
import { make } from "../plain-form.js";
import { keep } from "./scene.js";

const HEADING = "Who are you?";
const LABEL = "Your name";

function nextQuestion({ card, dialog }) {
  dialog.setAttribute("aria-label", HEADING);
  card.querySelector("h1").textContent = HEADING;
  card.querySelector("p").textContent = "Others see this.";
}

/** Another element in the same dialog. */
function replaceWith({ card, fields }, field) {
  keep(...fields);
  card.querySelector("label, .boxes").replaceWith(make("label", {}, LABEL, field));
}

const nameField = (value) => make("input", { type: "text", className: "wide", value });

export const steps = {
  // As a framework does that finds an input in the same place of the next step.
  "next-in-same": (scene) => {
    nextQuestion(scene);
    const { fields } = scene;
    for (const { firstChild } of scene.card.querySelectorAll("label"))
      if (firstChild.nodeType === Node.TEXT_NODE) firstChild.nodeValue = LABEL;
    scene.card.querySelector("[role=group]")?.setAttribute("aria-label", LABEL);
    for (const field of fields) field.value = "";
  },
  "next-in-other": (scene) => {
    nextQuestion(scene);
    replaceWith(scene, nameField(""));
  },
  "next-prefilled": (scene) => {
    nextQuestion(scene);
    replaceWith(scene, nameField("Typed before"));
  },
  "copy-unseen": ({ field }) => {
    const copy = keep(field).cloneNode();
    copy.value = "";
    copy.style.opacity = "0";
    field.replaceWith(copy);
  },
};
