import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { OnChangePlugin } from "@lexical/react/LexicalOnChangePlugin";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import { $getRoot } from "lexical";
import { reactPage } from "./page.jsx";

const config = {
  namespace: "key",
  onError(error) {
    throw error;
  },
};

/** The editor that WhatsApp Web writes its own boxes with. */
reactPage(({ label, setKey }) => (
  <LexicalComposer initialConfig={config}>
    <PlainTextPlugin
      contentEditable={<ContentEditable className="wide editor" aria-label={label} />}
      ErrorBoundary={LexicalErrorBoundary}
    />
    <OnChangePlugin onChange={(state) => setKey(state.read(() => $getRoot().getTextContent()))} />
  </LexicalComposer>
));
