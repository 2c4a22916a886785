import { type ComponentChildren, toChildArray } from "preact";

/** What is done one after the other: each child is a panel, and gets its number before its title. */
export function Steps({ children }: { children: ComponentChildren }) {
  return (
    <ol class="steps stack">
      {toChildArray(children).map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
        <li key={at}>{step}</li>
      ))}
    </ol>
  );
}
