import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { copyReport, useReport } from "./faults.ts";
import { MessageGuide } from "./message-guide.tsx";
import type { LookedAt } from "./report.ts";

type HelpViewProps = { files: readonly LookedAt[] };

function Report({ files }: HelpViewProps) {
  const api = useApi();
  const { helpText, reportPress, reportText } = useText();
  const say = useSay();
  const { run } = useAct();
  const report = useReport(useEntries(), files);
  const copy = () =>
    run(async () => {
      await copyReport(api, report);
      say.status(reportText.copied);
    });
  return (
    <Panel title={helpText.report}>
      <p class="hint">{helpText.reportHint}</p>
      <TextArea mono readOnly label={helpText.reportLabel} rows={12} value={report} />
      <p>{helpText.neverSend}</p>
      <div class="buttons">
        <Button label={reportPress.copy} look="primary" onPress={copy} />
      </div>
    </Panel>
  );
}

/** The section *Help*: what WhatsApp's messages mean, and a report that is safe to show to others. */
export function HelpView({ files }: HelpViewProps) {
  const { helpText } = useText();
  return (
    <View title={helpText.title}>
      <MessageGuide />
      <Report files={files} />
    </View>
  );
}
