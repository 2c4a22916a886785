import { Button } from "../../kit/button.tsx";
import { useActFailed, useAsk } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

export function LockButton() {
  const { press } = useText();
  const ask = useAsk();
  const failed = useActFailed();
  // Not one at a time: where nothing answers the first press, the second still asks to lock.
  return <Button label={press.lock} look="quiet" onPress={() => ask("keyring.lock", {}).catch(failed)} />;
}
