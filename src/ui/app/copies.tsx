import { h } from "preact";
import { useLater } from "../components/later.ts";
import type { CopiesViewProps } from "./copies/copies-view.tsx";

const load = () => import("./copies/copies-view.tsx");

/** The section *Copies*, loaded when it is first looked at: it brings every foreign format. */
export function Copies(props: CopiesViewProps) {
  const part = useLater(load);
  return part ? h(part.CopiesView, props) : <main />;
}
