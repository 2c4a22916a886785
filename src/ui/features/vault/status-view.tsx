import type { Status } from "../../../vault-client/manage.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

type StatusViewProps = { status: Status; ownKey: string; onRevoke: (deviceKey: string) => void };

/** How a record stands, as the vault says; it signs generation, sequence and the failures ever. */
export function StatusView({ status, ownKey, onRevoke }: StatusViewProps) {
  const { deviceText, statusWords, triesLeftText, dateText, vaultPress, vaultWords } = useText();
  return (
    <div class="stack">
      <dl class="pairs">
        <dt>{statusWords.tries}</dt>
        <dd>{triesLeftText(status)}</dd>
        <dt>{statusWords.failedSince}</dt>
        <dd>{status.failuresSince}</dd>
        <dt>{statusWords.failedEver}</dt>
        <dd>{status.lifetimeFailures}</dd>
        <dt>{statusWords.stored}</dt>
        <dd>{dateText(status.createdAtMs)}</dd>
      </dl>
      <h4>{vaultWords.devices}</h4>
      <ul class="devices" aria-label={vaultWords.devices}>
        {status.devices.map(({ key, addedAtMs }) => (
          <li key={key}>
            <span class="mono">{key.slice(0, 8)}</span> {deviceText(key === ownKey, addedAtMs)}{" "}
            <Button
              label={vaultPress.revoke}
              name={`${vaultPress.revoke} ${key.slice(0, 8)}`}
              look="quiet"
              onPress={() => onRevoke(key)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
