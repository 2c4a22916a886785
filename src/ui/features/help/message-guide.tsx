import { useState } from "preact/hooks";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import type { WhatsAppMessage } from "../../text/en/whatsapp-messages.ts";
import { useText } from "../../text/use-text.ts";
import { findMessages } from "./find-messages.ts";

function Answer({ message: { gist, means, withKey, withoutKey, gone } }: { message: WhatsAppMessage }) {
  const { helpText } = useText();
  const parts = [
    { name: helpText.means, text: means },
    { name: helpText.withKey, text: withKey },
    { name: helpText.withoutKey, text: withoutKey },
    ...(gone === null ? [] : [{ name: helpText.gone, text: gone, look: "gone" }]),
  ];
  return (
    <details class="message">
      <summary>{gist}</summary>
      <dl>
        {parts.map(({ name, text, look }) => (
          // Not the kit's Pairs: what is gone has one line beside both its name and its text.
          <div key={name} class={look}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
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
