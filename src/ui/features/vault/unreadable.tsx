import { ActButton } from "../../kit/act-button.tsx";
import { useText } from "../../text/use-text.ts";
import { dropRecord } from "./records.ts";

/** A vault record that this version cannot read. The user can forget it if it is in the way. */
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
