import { h } from "preact";
import { useLater } from "../components/later.ts";
import type { HelpViewProps } from "./help/help-view.tsx";

const load = () => import("./help/help-view.tsx");

/** The section *Help*, loaded when it is first looked at: its texts are many. */
export function Help(props: HelpViewProps) {
  const part = useLater(load);
  return part ? h(part.HelpView, props) : <main />;
}
