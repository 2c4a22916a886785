import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";
import Aura from "@primeuix/themes/aura";
import { providePrimeNG } from "primeng/config";
import { InputOtp } from "primeng/inputotp";
import { restorePage } from "../frame.js";
import "./primeng-otp.css";

/** 64 boxes that are one control of a form; the first takes a whole key. */
restorePage(({ place, setKey }) => {
  class KeyBoxes {
    control = new FormControl("");
    constructor() {
      this.control.valueChanges.subscribe(setKey);
    }
  }
  const Decorated =
    Component({
      selector: "app-prime-key",
      imports: [InputOtp, ReactiveFormsModule],
      template: `<p-inputotp [formControl]="control" [length]="64" size="small"></p-inputotp>`,
    })(KeyBoxes) ?? KeyBoxes;
  place.append(document.createElement("app-prime-key"));
  void bootstrapApplication(Decorated, {
    providers: [providePrimeNG({ theme: { preset: Aura } }), provideZonelessChangeDetection()],
  });
});
