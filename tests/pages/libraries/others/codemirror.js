import { EditorView } from "@codemirror/view";
import { restorePage } from "../frame.js";

restorePage(({ place, label, setKey }) => {
  new EditorView({
    parent: place,
    extensions: [
      EditorView.contentAttributes.of({ "aria-label": label }),
      EditorView.updateListener.of(({ state }) => setKey(state.doc.toString())),
    ],
  });
});
