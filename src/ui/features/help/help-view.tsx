import { useId } from "preact/hooks";
import { useApi } from "../../api.ts";
import { markTyped } from "../../kit/attributes.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { copyReport, useReport } from "./faults.ts";
import { MessageGuide } from "./message-guide.tsx";
import type { LookedAt } from "./report.ts";

type HelpViewProps = { files: readonly LookedAt[] };

function Report({ files }: HelpViewProps) {
  const entries = useEntries();
  const api = useApi();
  const { errorText, helpText, reportPress, reportText } = useText();
  const say = useSay();
  const id = useId();
  const report = useReport(api, entries, files);
  const copy = async () => {
    if (await copyReport(api, report)) say.status(reportText.copied);
    else say.alert(errorText["clipboard-refused"]);
  };
  return (
    <Panel title={helpText.report}>
      <p class="hint">{helpText.reportHint}</p>
      <div class="field">
        <label for={id}>{helpText.reportLabel}</label>
        <textarea ref={markTyped} id={id} class="mono" rows={12} readOnly value={report} />
      </div>
      <p>{helpText.neverSend}</p>
      <div class="buttons">
        <Button label={reportPress.copy} look="primary" onPress={() => void copy()} />
      </div>
    </Panel>
  );
}

/** What a message of WhatsApp's means, and what can be shown to others when that is not enough. */
export function HelpView({ files }: HelpViewProps) {
  const { helpText } = useText();
  return (
    <View title={helpText.title}>
      <MessageGuide />
      <Report files={files} />
    </View>
  );
}
