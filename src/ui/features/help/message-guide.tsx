import { useMemo, useState } from "preact/hooks";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import type { WhatsAppMessage as Topic } from "../../text/en/whatsapp-messages.ts";
import { useText } from "../../text/use-text.ts";
import { searchOf } from "./find-topics.ts";

function Answer({ topic: { gist, means, withKey, withoutKey, gone } }: { topic: Topic }) {
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

function Answers({ topics }: { topics: readonly Topic[] }) {
  return (
    <div>
      {topics.map((topic) => (
        <Answer key={topic.id} topic={topic} />
      ))}
    </div>
  );
}

/** What WhatsApp's messages mean and what to do after a mishap. A search always leads to some of it. */
export function MessageGuide() {
  const { helpFoundText, helpText, helpWords, situations, whatsAppMessages } = useText();
  const [query, setQuery] = useState("");
  const topics = useMemo(() => [...whatsAppMessages, ...situations], [whatsAppMessages, situations]);
  const search = useMemo(() => searchOf(topics, helpWords), [topics, helpWords]);
  const { topics: found, isExact } = useMemo(() => search(query), [search, query]);
  const nearest = found.length > 0 ? helpText.nearest : helpText.none;
  return (
    <Panel title={helpText.guide}>
      <TextField label={helpText.filter} value={query} onInput={setQuery} hint={helpText.guideHint} />
      <p class="hint" aria-live="polite">
        {isExact ? helpFoundText(found.length) : nearest}
      </p>
      <Answers topics={found} />
      {!isExact && (
        <>
          <h4>{helpText.all}</h4>
          <Answers topics={topics.filter((topic) => !found.includes(topic))} />
        </>
      )}
    </Panel>
  );
}
