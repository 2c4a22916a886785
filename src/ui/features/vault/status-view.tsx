import { MOST_ATTEMPTS } from "../../../protocol/vault/wire.ts";
import type { Status } from "../../../vault-client/manage.ts";
import { triesText, vaultPress, vaultText, vaultWords, waitText } from "../../text/vault.ts";
import { dateText } from "../../text.ts";

function tries({ attemptsLeft, retryAfterSeconds }: Status): string {
  const left = `${triesText(attemptsLeft)} of ${MOST_ATTEMPTS}`;
  return retryAfterSeconds > 0 ? `${left}, the next in ${waitText(retryAfterSeconds)}` : left;
}

type StatusViewProps = { status: Status; ownKey: string; onRevoke: (deviceKey: string) => void };

/** How a record stands, as the vault says; it signs generation, sequence and the failures ever. */
export function StatusView({ status, ownKey, onRevoke }: StatusViewProps) {
  return (
    <div class="stack">
      <dl class="pairs">
        <dt>Tries</dt>
        <dd>{tries(status)}</dd>
        <dt>Failed since the last success</dt>
        <dd>{status.failuresSince}</dd>
        <dt>Failed ever</dt>
        <dd>{status.lifetimeFailures}</dd>
        <dt>Stored</dt>
        <dd>{dateText(status.createdAtMs)}</dd>
      </dl>
      <h4>{vaultWords.devices}</h4>
      <ul class="devices" aria-label={vaultWords.devices}>
        {status.devices.map(({ key, addedAtMs }) => (
          <li key={key}>
            <span class="mono">{key.slice(0, 8)}</span> {key === ownKey ? `(${vaultText.thisDevice}), ` : ""}
            since {dateText(addedAtMs)}{" "}
            <button
              type="button"
              class="quiet"
              aria-label={`${vaultPress.revoke} ${key.slice(0, 8)}`}
              onClick={() => onRevoke(key)}
            >
              {vaultPress.revoke}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
