import { createApp, h, ref } from "vue";
import { restorePage } from "../frame.js";

/**
 * A Vue application around one component that speaks `v-model`.
 *
 * @param draw - `(model, label) => vnode`; `model` holds `modelValue` and its listener.
 * @param setUp - may install the library's plugin on the application.
 */
export function vuePage(draw, setUp = () => undefined) {
  restorePage(({ place, label, setKey }) => {
    const value = ref("");
    const change = (text) => {
      value.value = text;
      setKey(Array.isArray(text) ? text.join("") : text);
    };
    const app = createApp({
      render: () => draw({ modelValue: value.value, "onUpdate:modelValue": change }, label, h),
    });
    setUp(app);
    app.mount(place);
  });
}
