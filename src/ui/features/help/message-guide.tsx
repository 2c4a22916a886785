import { useState } from "preact/hooks";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import type { WhatsAppMessage } from "../../text/en/whatsapp-messages.ts";
import { useText } from "../../text/use-text.ts";
import { findMessages } from "./find-messages.ts";

function Answer({ message: { gist, means, withKey, withoutKey, gone } }: { message: WhatsAppMessage }) {
  const { helpText } = useText();
  const parts: [string, string][] = [
    [helpText.means, means],
    [helpText.withKey, withKey],
    [helpText.withoutKey, withoutKey],
  ];
  return (
    <details class="message">
      <summary>{gist}</summary>
      <dl>
        {parts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {gone !== null && (
          <div class="gone">
            <dt>{helpText.gone}</dt>
            <dd>{gone}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}

export function MessageGuide() {
  const { helpFoundText, helpText, whatsAppMessages } = useText();
  const [query, setQuery] = useState("");
  const found = findMessages(whatsAppMessages, query);
  return (
    <Panel title={helpText.guide}>
      <TextField label={helpText.filter} value={query} onInput={setQuery} hint={helpText.guideHint} />
      <p class="hint" aria-live="polite">
        {found.length === 0 ? helpText.none : helpFoundText(found.length)}
      </p>
      <div>
        {found.map((message) => (
          <Answer key={message.id} message={message} />
        ))}
      </div>
    </Panel>
  );
}
