import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { ForgetButton } from "./forget-button.tsx";
import { dropRecord } from "./records.ts";

/** A record that this version cannot read: it can be forgotten, so that it is not in the way of others. */
export function Unreadable({ id }: { id: string }) {
  const { vaultText } = useText();
  const say = useSay();
  const { run, ask } = useAct();
  const forget = () =>
    run(async () => {
      await dropRecord(ask, id);
      say.status(vaultText.forgotten);
    });
  return (
    <div class="warning amber stack">
      <p>{vaultText.unreadable}</p>
      <div class="buttons">
        <ForgetButton onPress={forget} />
      </div>
    </div>
  );
}
