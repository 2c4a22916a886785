import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type HeadingProps = {
  level?: 2 | 3 | 4;
  /** Takes the focus when it appears, so that the keyboard goes on from there. */
  focus?: boolean;
  id?: string;
  children: ComponentChildren;
};

export function Heading({ level = 2, focus = true, id, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody can act on what is below it: later it would take the focus from where the user has gone.
  useLayoutEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  const Level = `h${level}` as const;
  return (
    <Level ref={heading} id={id} tabIndex={focus ? -1 : undefined}>
      {children}
    </Level>
  );
}
