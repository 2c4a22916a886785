import { Button } from "../../kit/button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

/** Makes a new key; `onMade` goes to it. */
export function GenerateButton({ onMade }: { onMade: (id: string) => void }) {
  const { press } = useText();
  const { run, ask } = useAct();
  const generate = () =>
    run(async () => {
      const { id } = await ask("entry.generate", { label: "", phoneEnding: "" });
      onMade(id);
    });
  return <Button label={press.generate} look="primary" onPress={generate} />;
}
