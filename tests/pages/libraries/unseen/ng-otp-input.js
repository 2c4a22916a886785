import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { NgOtpInputComponent } from "ng-otp-input";
import { restorePage } from "../frame.js";
import "./ng-otp-input.css";

/** 64 boxes that tell on what stands in them. */
restorePage(({ place, setKey }) => {
  class KeyBoxes {
    config = { length: 64, inputStyles: { width: "26px", height: "30px", margin: "0", "font-size": "15px" } };
    change = setKey;
  }
  const Decorated =
    Component({
      selector: "app-key-boxes",
      imports: [NgOtpInputComponent],
      template: `<ng-otp-input (onInputChange)="change($event)" [config]="config"></ng-otp-input>`,
    })(KeyBoxes) ?? KeyBoxes;
  place.append(document.createElement("app-key-boxes"));
  void bootstrapApplication(Decorated, { providers: [provideZonelessChangeDetection()] });
});
