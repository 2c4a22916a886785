import type { ComponentChildren } from "preact";

type FoldedPanelProps = {
  title: string;
  /** `menu`: draws no box, for a part of a panel. */
  look?: "panel" | "menu";
  children: ComponentChildren;
};

/** A part of a view that few need: its title alone until it is pressed. */
export function FoldedPanel({ title, look = "panel", children }: FoldedPanelProps) {
  return (
    <details class={look}>
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  );
}
