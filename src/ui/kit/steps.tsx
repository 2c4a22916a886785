import { type ComponentChildren, toChildArray } from "preact";
import { Heading } from "./heading.tsx";

/** What is done one after the other: each child is a panel, and gets its number before its title. */
export function Steps({ children }: { children: ComponentChildren }) {
  return (
    <ol class="numbered stack">
      {toChildArray(children).map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
        <li key={at}>{step}</li>
      ))}
    </ol>
  );
}

/** `content`: null until its turn comes. */
type Step = { title: string; content: ComponentChildren };

/** The steps inside a panel: all titles are in sight, and what is to be done now stands below its own. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="numbered inner stack">
      {steps.map(({ title, content }, at) => (
        <li key={title} class={content === null ? "later" : undefined}>
          {/* The first step leads to the second: the keyboard goes on there. */}
          <Heading level={4} focus={at === 1 && content !== null}>
            {title}
          </Heading>
          {content !== null && <div class="stack">{content}</div>}
        </li>
      ))}
    </ol>
  );
}
