import { useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import { saveRecord } from "./records.ts";

/** A record that this version cannot read: it can be forgotten, so that it is not in the way of others. */
export function Unreadable({ api, id }: { api: Api; id: string }) {
  const { errorText, vaultPress, vaultText } = useText();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const forget = async () => {
    setAsking(false);
    const gone = await saveRecord(api, id, null);
    if (gone.ok) say.status(vaultText.forgotten);
    else say.alert(errorText[gone.error.code]);
  };
  return (
    <div class="warning amber stack">
      <p>{vaultText.unreadable}</p>
      <div class="buttons">
        <button type="button" class="danger quiet" onClick={() => setAsking(true)}>
          {vaultPress.forget}
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title={vaultText.forgetTitle}
          consequence={vaultText.forgetConsequence}
          confirm={vaultPress.forgetSure}
          onConfirm={forget}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
