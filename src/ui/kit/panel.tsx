import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Heading } from "./heading.tsx";

type PanelProps = {
  title: string;
  level?: 2 | 3;
  /** Its heading takes the focus when the panel appears: a press has opened it. */
  focus?: boolean;
  /** A class more, for what is in it. */
  look?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
};

/** A part of a view: a box with its heading, found by it in a list of regions. */
export function Panel({ title, level = 3, focus = false, look, onKeyDown, children }: PanelProps) {
  const id = useId();
  return (
    <section
      class={look === undefined ? "panel stack" : `panel stack ${look}`}
      aria-labelledby={id}
      onKeyDown={onKeyDown}
    >
      <Heading level={level} focus={focus} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
