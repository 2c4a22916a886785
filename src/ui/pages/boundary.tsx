/**
 * What is left of a page that could not be drawn. It needs no answer from the background, and shows nothing
 * that was thrown.
 */
import { Component, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { log } from "../../platform/log.ts";
import type { EntrySummary } from "../../protocol/page.ts";
import { type Api, ApiProvider, useApi } from "../api.ts";
import { copyReport, useReport } from "../features/help/faults.ts";
import { Bar } from "../kit/bar.tsx";
import { Button } from "../kit/button.tsx";
import { useAsk } from "../kit/use-act.ts";
import { useText } from "../text/use-text.ts";

/** Has live regions and entries of its own: those of the page may be what broke. */
function Broken() {
  const api = useApi();
  const ask = useAsk();
  const { errorText, reportPress, reportText } = useText();
  const [entries, setEntries] = useState<EntrySummary[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    void ask("entry.list", {}).then(setEntries, () => undefined);
  }, [ask]);
  const report = useReport(entries, []);
  const copy = () =>
    copyReport(api, report).then(
      () => setSaid(reportText.copied),
      () => setSaid(errorText["clipboard-refused"]),
    );
  return (
    <div class="page">
      <Bar />
      <main class="narrow stack">
        <div role="alert" class="stack">
          <h2>{reportText.broken}</h2>
          <p>{reportText.reload}</p>
        </div>
        <div class="buttons">
          <Button label={reportPress.reload} look="primary" onPress={() => api.reloadPage()} />
          <Button label={reportPress.copy} onPress={copy} />
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
    if (!this.state.isBroken) return children;
    return (
      <ApiProvider value={api}>
        <Broken />
      </ApiProvider>
    );
  }
}
