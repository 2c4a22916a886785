import { Button } from "../../kit/button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

export function LockButton() {
  const { press } = useText();
  const { run, ask } = useAct();
  return <Button label={press.lock} look="quiet" onPress={() => run(() => ask("keyring.lock", {}))} />;
}
