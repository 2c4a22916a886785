import { h } from "preact";
import { useLater } from "../components/later.ts";
import type { BackupsViewProps } from "./backups/backups-view.tsx";

export type { DroppedFiles } from "./backups/use-backups.ts";

const load = () => import("./backups/backups-view.tsx");

/** The section *Backups*, loaded when it is first looked at: it brings the whole engine. */
export function Backups(props: BackupsViewProps) {
  const part = useLater(load);
  return part ? h(part.BackupsView, props) : <main />;
}
