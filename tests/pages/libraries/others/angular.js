import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";
import { restorePage } from "../frame.js";

/** A reactive form that takes the value over when the field is left. */
restorePage(({ place, label, setKey }) => {
  class KeyField {
    control = new FormControl("", { updateOn: "blur" });
    label = label;
    constructor() {
      this.control.valueChanges.subscribe(setKey);
    }
  }
  const Decorated =
    Component({
      selector: "app-key-field",
      imports: [ReactiveFormsModule],
      template: `<label>{{ label }} <input class="wide" [formControl]="control"></label>`,
    })(KeyField) ?? KeyField;
  place.append(document.createElement("app-key-field"));
  void bootstrapApplication(Decorated, { providers: [provideZonelessChangeDetection()] });
});
