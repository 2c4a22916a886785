import { ActButton } from "../../kit/act-button.tsx";
import { useText } from "../../text/use-text.ts";
import { dropRecord } from "./records.ts";

/** A record that this version cannot read: it can be forgotten, so that it is not in the way of others. */
export function Unreadable({ id }: { id: string }) {
  const { forgetConfirm, vaultPress, vaultText } = useText();
  return (
    <div class="warning amber stack">
      <p>{vaultText.unreadable}</p>
      <div class="buttons">
        <ActButton
          label={vaultPress.forget}
          look="danger quiet"
          confirm={forgetConfirm}
          act={async (ask) => {
            await dropRecord(ask, id);
            return vaultText.forgotten;
          }}
        />
      </div>
    </div>
  );
}
