import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

type SetAsideProps = { label: string; title: string; consequence: string };

/** Moves a keyring that does not open out of the way, once the consequence was read. */
export function SetAside({ label, title, consequence }: SetAsideProps) {
  const api = useApi();
  const { errorText, setAsideText, tabPress } = useText();
  const say = useSay();
  const { run } = useAct();
  const setAside = () =>
    run(async () => {
      const reply = await api.ask("keyring.set-aside", {});
      if (reply.ok) say.status(setAsideText.done);
      else say.alert(errorText[reply.error.code]);
    });
  return (
    <Button
      label={label}
      look="danger quiet"
      onPress={setAside}
      confirm={{ title, consequence, sure: tabPress.setAsideSure }}
    />
  );
}

/** For a keyring that is whole: another Sixtyfour, or its passphrase, would still open it. */
export function SetWholeAside() {
  const { setAsideText, tabPress } = useText();
  return (
    <SetAside
      label={tabPress.setWholeAside}
      title={setAsideText.title}
      consequence={setAsideText.consequence}
    />
  );
}
