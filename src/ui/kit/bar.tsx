import type { ComponentChildren } from "preact";
import { Brand } from "./brand.tsx";

/** The bar at the top of a page: what it is, or the way back, and what can be reached from everywhere. */
export function Bar({
  start = <Brand />,
  children,
}: {
  start?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <header class="bar">
      {start}
      {children}
    </header>
  );
}
