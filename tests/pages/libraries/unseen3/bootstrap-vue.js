import { BFormGroup } from "bootstrap-vue-next/components/BFormGroup";
import { BFormInput } from "bootstrap-vue-next/components/BFormInput";
import { BInputGroup } from "bootstrap-vue-next/components/BInputGroup";
import { ref } from "vue";
import { vuePage } from "../others/vue-page.js";
import "bootstrap/dist/css/bootstrap.css";
import "bootstrap-vue-next/dist/bootstrap-vue-next.css";

const ROWS = [0, 4, 8, 12];
const COLUMNS = [0, 1, 2, 3];
const parts = ref(Array(16).fill(""));

/** A group with a legend and four input groups of four boxes, four digits each; the tab key leads on. */
vuePage(({ "onUpdate:modelValue": change }, label, h) =>
  h(BFormGroup, { label, description: "Four digits in each box." }, () =>
    ROWS.map((first) =>
      h(BInputGroup, { key: first, class: "mb-2" }, () =>
        COLUMNS.map((column) => {
          const index = first + column;
          return h(BFormInput, {
            key: index,
            modelValue: parts.value[index],
            "onUpdate:modelValue": (part) => {
              parts.value = parts.value.with(index, part);
              change(parts.value);
            },
            maxlength: 4,
            formatter: (text) => text.toLowerCase(),
          });
        }),
      ),
    ),
  ),
);
