import type { Status } from "../../../vault-client/manage.ts";
import { Button } from "../../kit/button.tsx";
import { Pairs } from "../../kit/pairs.tsx";
import { useText } from "../../text/use-text.ts";
import { revoke } from "./manage.ts";
import { useRecord } from "./one-record.ts";

type StatusViewProps = { status: Status; onDevices: (devices: Status["devices"]) => void };

/** The status of a vault entry, as the vault says; it signs generation, sequence and failures in total. */
export function StatusView({ status, onDevices }: StatusViewProps) {
  const { record, run, say } = useRecord();
  const { vaultText, vaultWords, vaultPress, ...text } = useText();
  const ownKey = record.account.deviceKey;
  const revokeDevice = (deviceKey: string) =>
    run(async (tools, now) => {
      onDevices(await revoke(tools, now, deviceKey));
      say.status(deviceKey === ownKey ? vaultText.revokeSelf : vaultText.revoked);
    });
  const { statusWords, numberText } = text;
  const pairs = [
    { name: statusWords.tries, value: text.triesLeftText(status) },
    { name: statusWords.failedSince, value: numberText(status.failuresSince) },
    { name: statusWords.failedEver, value: numberText(status.lifetimeFailures) },
    { name: statusWords.stored, value: text.dateText(status.createdAtMs) },
  ];
  return (
    <div class="stack">
      <Pairs pairs={pairs} />
      <h4>{vaultWords.devices}</h4>
      <ul class="devices" aria-label={vaultWords.devices}>
        {status.devices.map(({ key, addedAtMs }) => {
          const device = key.slice(0, 8);
          return (
            <li key={key}>
              <span class="mono">{device}</span> {text.deviceText(key === ownKey, addedAtMs)}{" "}
              <Button
                label={vaultPress.revoke}
                name={text.revokeName(device)}
                look="quiet"
                onPress={() => revokeDevice(key)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
