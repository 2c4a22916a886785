import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { MatButtonModule } from "@angular/material/button";
import { MatFormFieldModule } from "@angular/material/form-field";
import { MatInputModule } from "@angular/material/input";
import { bootstrapApplication } from "@angular/platform-browser";
import { restorePage } from "../frame.js";
import "../../node_modules/@angular/material/prebuilt-themes/azure-blue.css";

/** A label that floats, a hint, and a button to clear the field. */
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
      selector: "app-key-field",
      imports: [MatButtonModule, MatFormFieldModule, MatInputModule, ReactiveFormsModule],
      template: `
        <mat-form-field style="width: 100%">
          <mat-label>{{ label }}</mat-label>
          <input matInput [formControl]="control">
          <button matSuffix matButton type="button" aria-label="Clear" (click)="control.setValue('')">✕</button>
          <mat-hint>0–9 and a–f</mat-hint>
        </mat-form-field>`,
    })(KeyField) ?? KeyField;
  place.append(document.createElement("app-key-field"));
  void bootstrapApplication(Decorated, { providers: [provideZonelessChangeDetection()] });
});
