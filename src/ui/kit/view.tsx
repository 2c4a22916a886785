import type { ComponentChildren } from "preact";
import { Heading } from "./heading.tsx";

type ViewProps = {
  title: string;
  look?: string;
  /** Off where nobody has come here by a press: the first page of all. */
  focus?: boolean;
  children: ComponentChildren;
};

/** What a page shows: its heading takes the focus. */
export function View({ title, look = "narrow stack", focus = true, children }: ViewProps) {
  return (
    <main class={look}>
      <Heading focus={focus}>{title}</Heading>
      {children}
    </main>
  );
}
