import type { Payload } from "../../../protocol/page-requests.ts";
import { ActButton } from "../../kit/act-button.tsx";
import type { ButtonProps } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

type Seen = Payload<"keyring.set-aside">;

/** Moves a keyring that does not open out of the way, once the consequence was read. */
function SetAside({ seen, ...button }: Seen & Pick<Required<ButtonProps>, "label" | "confirm">) {
  const { setAsideText } = useText();
  return (
    <ActButton
      {...button}
      look="danger quiet"
      act={async (ask) => {
        await ask("keyring.set-aside", { seen });
        return setAsideText.done;
      }}
    />
  );
}

/** For a keyring that is damaged. */
export function SetDamagedAside() {
  const { damagedText, setAsidePress } = useText();
  return <SetAside seen="damaged" label={setAsidePress.damaged} confirm={damagedText.confirm} />;
}

/** For a keyring that is whole: another Sixtyfour, or its passphrase, would still open it. */
export function SetWholeAside() {
  const { setAsidePress, setAsideText } = useText();
  return <SetAside seen="whole" label={setAsidePress.whole} confirm={setAsideText.confirm} />;
}
