import { BField, BInput } from "buefy";
import { ref } from "vue";
import { vuePage } from "../others/vue-page.js";
import "buefy/dist/css/buefy.css";

const INDEXES = [...Array(16).keys()];
const parts = ref(INDEXES.map(() => ""));

/** 16 boxes of four in a group that wraps; the person moves on by the tab key. */
vuePage(({ "onUpdate:modelValue": change }, label, h) =>
  h(BField, { label, grouped: true, groupMultiline: true }, () =>
    INDEXES.map((index) =>
      h(BField, { key: index }, () =>
        h(BInput, {
          modelValue: parts.value[index],
          "onUpdate:modelValue": (part) => {
            parts.value = parts.value.with(index, part);
            change(parts.value);
          },
          maxlength: 4,
          hasCounter: false,
          size: "is-small",
        }),
      ),
    ),
  ),
);
