import { useId } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { markTyped } from "../../kit/attributes.ts";
import { Heading } from "../../kit/heading.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import { copyReport, useReport } from "./faults.ts";
import { MessageGuide } from "./message-guide.tsx";
import type { LookedAt } from "./report.ts";

export type HelpViewProps = { api: Api; entries: EntrySummary[]; files: readonly LookedAt[] };

function Report({ api, entries, files }: HelpViewProps) {
  const { errorText, helpText, reportPress, reportText } = useText();
  const say = useSay();
  const id = useId();
  const report = useReport(api, entries, files);
  const copy = async () => {
    if (await copyReport(api, report)) say.status(reportText.copied);
    else say.alert(errorText["clipboard-refused"]);
  };
  return (
    <section class="panel stack" aria-labelledby="report">
      <h3 id="report">{helpText.report}</h3>
      <p class="hint">{helpText.reportHint}</p>
      <div class="field">
        <label for={id}>{helpText.reportLabel}</label>
        <textarea ref={markTyped} id={id} class="mono" rows={12} readOnly value={report} />
      </div>
      <p>{helpText.neverSend}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void copy()}>
          {reportPress.copy}
        </button>
      </div>
    </section>
  );
}

/** What a message of WhatsApp's means, and what can be shown to others when that is not enough. */
export function HelpView(props: HelpViewProps) {
  const { helpText } = useText();
  return (
    <main class="narrow stack">
      <Heading>{helpText.title}</Heading>
      <MessageGuide />
      <Report {...props} />
    </main>
  );
}
