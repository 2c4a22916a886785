import "@angular/compiler";
import { Component, provideZonelessChangeDetection } from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";
import { NzInputOtpComponent } from "ng-zorro-antd/input";
import { restorePage } from "../frame.js";
import "../../node_modules/ng-zorro-antd/ng-zorro-antd.css";
import "./ng-zorro-otp.css";

/** 64 boxes that are one control of a form. */
restorePage(({ place, label, setKey }) => {
  class KeyBoxes {
    control = new FormControl("");
    label = label;
    constructor() {
      this.control.valueChanges.subscribe(setKey);
    }
  }
  const Decorated =
    Component({
      selector: "app-zorro-key",
      imports: [NzInputOtpComponent, ReactiveFormsModule],
      template: `
        <h5 class="ant-typography">{{ label }}</h5>
        <nz-input-otp [formControl]="control" [nzLength]="64" nzSize="small"></nz-input-otp>`,
    })(KeyBoxes) ?? KeyBoxes;
  place.append(document.createElement("app-zorro-key"));
  void bootstrapApplication(Decorated, { providers: [provideZonelessChangeDetection()] });
});
