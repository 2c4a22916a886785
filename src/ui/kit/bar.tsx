import type { ComponentChildren } from "preact";
import { Brand } from "./brand.tsx";

/** The bar at the top of a page: what it is, or the way back, and what can be reached from everywhere. */
export function Bar({
  start = <Brand />,
  look = "bar",
  children,
}: {
  start?: ComponentChildren;
  look?: "bar" | "bar rail" | "bar icons";
  children?: ComponentChildren;
}) {
  return (
    <header class={look}>
      {start}
      {children}
    </header>
  );
}
