import { useId } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

/**
 * Makes a new key at one press; `onMade` goes to it. What such a key is for stands above the button: many
 * people who press it want the key that WhatsApp made.
 */
export function GenerateButton({ onMade }: { onMade: (id: string) => void }) {
  const { generateText, press } = useText();
  const hintId = useId();
  const { run, ask } = useAct();
  const generate = () =>
    run(async () => {
      const { id } = await ask("entry.generate", { label: "", phoneEnding: "" });
      onMade(id);
    });
  return (
    <div class="generate">
      <p id={hintId} class="hint">
        {generateText.what}
      </p>
      <Button label={press.generate} describedBy={hintId} onPress={generate} />
    </div>
  );
}
