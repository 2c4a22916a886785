import { useState } from "react";
import { createEditor, Node } from "slate";
import { Editable, Slate, withReact } from "slate-react";
import { reactPage } from "./page.jsx";

/** Its placeholder is an element within the editor. */
reactPage(({ label, setKey }) => {
  const [editor] = useState(() => withReact(createEditor()));
  return (
    <Slate
      editor={editor}
      initialValue={[{ type: "paragraph", children: [{ text: "" }] }]}
      onChange={(value) => setKey(value.map((node) => Node.string(node)).join(""))}
    >
      <Editable className="wide editor" aria-label={label} placeholder="0123 4567 …" />
    </Slate>
  );
});
