import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

export function LockButton() {
  const api = useApi();
  const { press } = useText();
  return <Button label={press.lock} look="quiet" onPress={() => api.ask("keyring.lock", {})} />;
}
