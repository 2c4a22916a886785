import { useEffect, useMemo, useState } from "preact/hooks";
import { placeOf } from "../../../core/keyring/vault-record.ts";
import type { Status } from "../../../vault-client/manage.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Pairs } from "../../kit/pairs.tsx";
import { useText } from "../../text/use-text.ts";
import { revoke } from "./manage.ts";
import { useRecord } from "./one-record.ts";

/** Waiting times are said in whole minutes, and seconds at their end. */
const TICK_SECONDS = 60;

/** How long to wait still; the status says how long it was when it came. */
function useSecondsLeft(status: Status): number {
  const api = useApi();
  const endsAtMs = useMemo(() => api.nowMs() + status.retryAfterSeconds * 1000, [status]);
  const [, setAtMs] = useState(0);
  const left = Math.max(0, Math.ceil((endsAtMs - api.nowMs()) / 1000));
  useEffect(() => {
    if (left === 0) return;
    return api.after(Math.min(left, left > TICK_SECONDS ? TICK_SECONDS : 1) * 1000, () =>
      setAtMs(api.nowMs()),
    );
  }, [left, api]);
  return left;
}

type StatusViewProps = { status: Status; onDevices: (devices: Status["devices"]) => void };

/** When this browser last saw the key come back from the vault. */
function useLastVerified(): string {
  const { record, entry } = useRecord();
  const { dateText, statusWords } = useText();
  const place = placeOf(record.account);
  const atMs = entry?.places.find((one) => one.place === place)?.verifiedAtMs ?? null;
  return atMs === null ? statusWords.never : dateText(atMs);
}

/** What is known before the vault was asked. Nothing is asked without a press. */
export function UnknownStatus() {
  const { statusWords } = useText();
  const pairs = [
    { name: statusWords.tries, value: statusWords.notChecked },
    { name: statusWords.verified, value: useLastVerified() },
    { name: statusWords.devices, value: statusWords.notChecked },
  ];
  return <Pairs pairs={pairs} look="pairs state" />;
}

/** The status of a vault entry, as the vault says; it signs generation, sequence and failures in total. */
export function StatusView({ status, onDevices }: StatusViewProps) {
  const { record, run, say } = useRecord();
  const { vaultText, vaultWords, vaultPress, ...text } = useText();
  const verified = useLastVerified();
  const ownKey = record.account.deviceKey;
  const revokeDevice = (deviceKey: string) =>
    run(async (tools, now) => {
      onDevices(await revoke(tools, now, deviceKey));
      say.status(deviceKey === ownKey ? vaultText.revokeSelf : vaultText.revoked);
    });
  const { statusWords, numberText } = text;
  const retryAfterSeconds = useSecondsLeft(status);
  const pairs = [
    { name: statusWords.tries, value: text.triesLeftText({ ...status, retryAfterSeconds }) },
    { name: statusWords.verified, value: verified },
    { name: statusWords.devices, value: numberText(status.devices.length) },
    { name: statusWords.failedSince, value: numberText(status.failuresSince) },
    { name: statusWords.failedEver, value: numberText(status.lifetimeFailures) },
    { name: statusWords.stored, value: text.dateText(status.createdAtMs) },
  ];
  return (
    <div class="stack">
      <Pairs pairs={pairs} look="pairs state" />
      <h4>{vaultWords.devices}</h4>
      <ul class="devices" aria-label={vaultWords.devices}>
        {status.devices.map(({ key, ...times }) => {
          const device = key.slice(0, 8);
          return (
            <li key={key}>
              <span class="mono">{device}</span> {text.deviceText(key === ownKey, times)}{" "}
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
