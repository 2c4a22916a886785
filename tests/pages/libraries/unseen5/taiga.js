import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";
import { provideTaiga, TuiInput, TuiRoot } from "@taiga-ui/core";
import { restorePage } from "../frame.js";

/** A field whose label floats within it. */
restorePage(({ place, label, setKey }) => {
  class KeyField {
    control = new FormControl("");
    label = label;
    constructor() {
      this.control.valueChanges.subscribe(setKey);
    }
  }
  const Decorated =
    Component({
      selector: "app-taiga-key",
      imports: [TuiRoot, TuiInput, ReactiveFormsModule],
      template: `<tui-root><tui-textfield><label tuiLabel>{{ label }}</label><input tuiInput [formControl]="control" /></tui-textfield></tui-root>`,
    })(KeyField) ?? KeyField;
  place.append(document.createElement("app-taiga-key"));
  void bootstrapApplication(Decorated, {
    providers: [provideTaiga(), provideZonelessChangeDetection()],
  });
});
