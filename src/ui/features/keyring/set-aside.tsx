import { useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useText } from "../../text/use-text.ts";

type SetAsideProps = { api: Api; label: string; title: string; consequence: string };

/** Moves a keyring that does not open out of the way, once the consequence was read. */
export function SetAside({ api, label, title, consequence }: SetAsideProps) {
  const { errorText, setAsideText, tabPress } = useText();
  const say = useSay();
  const [, run] = useBusy();
  const [asking, setAsking] = useState(false);
  const setAside = () =>
    run(async () => {
      const reply = await api.ask("keyring.set-aside", {});
      setAsking(false);
      if (reply.ok) say.status(setAsideText.done);
      else say.alert(errorText[reply.error.code]);
    });
  return (
    <>
      <button type="button" class="danger quiet" onClick={() => setAsking(true)}>
        {label}
      </button>
      {asking && (
        <ConfirmDialog
          title={title}
          consequence={consequence}
          confirm={tabPress.setAsideSure}
          onConfirm={setAside}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** For a keyring that is whole: another Sixtyfour, or its passphrase, would still open it. */
export function SetWholeAside({ api }: { api: Api }) {
  const { setAsideText, tabPress } = useText();
  return (
    <SetAside
      api={api}
      label={tabPress.setWholeAside}
      title={setAsideText.title}
      consequence={setAsideText.consequence}
    />
  );
}
