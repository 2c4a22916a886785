import type { ComponentChildren } from "preact";

/** A part of a view that few need: its title alone until it is pressed. */
export function FoldedPanel({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="panel">
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}
