import { CellGroup, Field } from "vant";
import { vuePage } from "../others/vue-page.js";
import "vant/lib/index.css";

/** A row of a list, the label at its side. */
vuePage((model, label, h) =>
  h(CellGroup, { inset: true }, () =>
    h(Field, { ...model, label, labelAlign: "top", placeholder: "Type or paste", clearable: true }),
  ),
);
