import { useId } from "preact/hooks";
import { CURRENT_VERSION } from "../../../core/sealed-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { markTyped } from "../../components/attributes.ts";
import { Heading } from "../../components/heading.tsx";
import { useSay } from "../../components/say.tsx";
import { helpPress, helpText } from "../../text/help.ts";
import { errorText } from "../../text.ts";
import { MessageGuide } from "./message-guide.tsx";
import { formatReport, type LookedAt } from "./report.ts";

export type HelpViewProps = { api: Api; entries: EntrySummary[]; files: readonly LookedAt[] };

function Report({ api, entries, files }: HelpViewProps) {
  const say = useSay();
  const id = useId();
  const { userAgent } = navigator;
  const versions = { extension: api.version, userAgent, storageFormat: CURRENT_VERSION };
  const report = formatReport(versions, entries, files);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(report);
    } catch {
      return say.alert(errorText["clipboard-refused"]);
    }
    // Else the clearing of a key that was copied before would take the report away.
    await api.ask("clipboard.taken", {});
    say.status(helpText.copied);
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
          {helpPress.copyReport}
        </button>
      </div>
    </section>
  );
}

/** What a message of WhatsApp's means, and what can be shown to others when that is not enough. */
export function HelpView(props: HelpViewProps) {
  return (
    <main class="narrow stack">
      <Heading>{helpText.title}</Heading>
      <MessageGuide />
      <Report {...props} />
    </main>
  );
}
