import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

/** Takes a record off this keyring; asks first. */
export function ForgetButton({ onPress }: { onPress: () => unknown }) {
  const { vaultPress, vaultText } = useText();
  return (
    <Button
      label={vaultPress.forget}
      look="danger quiet"
      onPress={onPress}
      confirm={{
        title: vaultText.forgetTitle,
        consequence: vaultText.forgetConsequence,
        sure: vaultPress.forgetSure,
      }}
    />
  );
}
