import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";
import { NgxMaskDirective, provideNgxMask } from "ngx-mask";
import { restorePage } from "../frame.js";

/** Groups of four with dashes between them, which the control never sees. */
restorePage(({ place, label, setKey }) => {
  class KeyField {
    control = new FormControl("");
    label = label;
    mask = Array(16).fill("hhhh").join("-");
    patterns = { h: { pattern: /[0-9a-f]/ } };
    constructor() {
      this.control.valueChanges.subscribe(setKey);
    }
  }
  const Decorated =
    Component({
      selector: "app-masked-key",
      imports: [NgxMaskDirective, ReactiveFormsModule],
      template: `
        <label for="key">{{ label }}</label>
        <input class="wide" id="key" type="text" [formControl]="control" [mask]="mask" [patterns]="patterns">`,
    })(KeyField) ?? KeyField;
  place.append(document.createElement("app-masked-key"));
  void bootstrapApplication(Decorated, { providers: [provideNgxMask(), provideZonelessChangeDetection()] });
});
