import { type FunctionComponent, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { BackupsViewProps } from "./backups/backups-view.tsx";

export type { DroppedFiles } from "./backups/use-backups.ts";

/** The section *Backups*, loaded when it is first looked at: it brings the whole engine. */
export function Backups(props: BackupsViewProps) {
  const [view, setView] = useState<{ draw: FunctionComponent<BackupsViewProps> } | null>(null);
  useEffect(() => {
    void import("./backups/backups-view.tsx").then(({ BackupsView }) => setView({ draw: BackupsView }));
  }, []);
  return view ? h(view.draw, props) : <main />;
}
