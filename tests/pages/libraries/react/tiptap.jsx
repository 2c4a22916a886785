import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { reactPage } from "./page.jsx";

/** ProseMirror underneath. */
reactPage(({ label, setKey }) => {
  const editor = useEditor({
    extensions: [StarterKit],
    editorProps: { attributes: { class: "wide editor", "aria-label": label, role: "textbox" } },
    onUpdate: ({ editor: { state } }) => setKey(state.doc.textContent),
  });
  return <EditorContent editor={editor} />;
});
