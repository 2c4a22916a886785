/**
 * What is left of a page that could not be drawn. It needs no answer from the background, and shows nothing
 * that was thrown.
 */
import { Component, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { log } from "../../platform/log.ts";
import type { EntrySummary } from "../../protocol/page.ts";
import type { Api } from "../api.ts";
import { copyReport, useReport } from "../features/help/faults.ts";
import { Brand } from "../kit/brand.tsx";
import { useText } from "../text/use-text.ts";

function Broken({ api }: { api: Api }) {
  const { errorText, reportPress, reportText } = useText();
  const [entries, setEntries] = useState<EntrySummary[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    void api.ask("entry.list", {}).then((reply) => {
      if (reply.ok) setEntries(reply.value);
    });
  }, [api]);
  const report = useReport(api, entries, []);
  const copy = async () =>
    setSaid((await copyReport(api, report)) ? reportText.copied : errorText["clipboard-refused"]);
  return (
    <div class="page">
      <header class="bar">
        <Brand />
      </header>
      <main class="narrow stack">
        <div role="alert" class="stack">
          <h2>{reportText.broken}</h2>
          <p>{reportText.reload}</p>
        </div>
        <div class="buttons">
          <button type="button" class="primary" onClick={() => api.reloadPage()}>
            {reportPress.reload}
          </button>
          <button type="button" onClick={() => void copy()}>
            {reportPress.copy}
          </button>
        </div>
        <p role="status" class="hint">
          {said}
        </p>
      </main>
    </div>
  );
}

export class Boundary extends Component<{ api: Api; children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(reason: unknown): void {
    log("draw-failed", reason);
  }

  override render() {
    const { api, children } = this.props;
    return this.state.isBroken ? <Broken api={api} /> : children;
  }
}
