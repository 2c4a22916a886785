import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import { saveRecord } from "./records.ts";

/** A record that this version cannot read: it can be forgotten, so that it is not in the way of others. */
export function Unreadable({ id }: { id: string }) {
  const api = useApi();
  const { errorText, vaultPress, vaultText } = useText();
  const say = useSay();
  const forget = async () => {
    const gone = await saveRecord(api, id, null);
    if (gone.ok) say.status(vaultText.forgotten);
    else say.alert(errorText[gone.error.code]);
  };
  return (
    <div class="warning amber stack">
      <p>{vaultText.unreadable}</p>
      <div class="buttons">
        <Button
          label={vaultPress.forget}
          look="danger quiet"
          onPress={forget}
          confirm={{
            title: vaultText.forgetTitle,
            consequence: vaultText.forgetConsequence,
            sure: vaultPress.forgetSure,
          }}
        />
      </div>
    </div>
  );
}
