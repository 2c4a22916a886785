import { useState } from "preact/hooks";
import { readAlong } from "../../../copies/paper/read-along.ts";
import { markKeyRegion } from "../../kit/attributes.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useText } from "../../text/use-text.ts";

/** One group at a time, large, with a word for each character. Only the user goes on. */
export function ReadAlongPanel({ hex, onClose }: { hex: string; onClose: () => void }) {
  const { placesPress, groupPlace, readAlongText, spokenText } = useText();
  const [at, setAt] = useState(0);
  const steps = readAlong(hex);
  const last = steps.length - 1;
  const step = steps[at];
  const go = (by: number) => setAt((now) => Math.min(Math.max(now + by, 0), last));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "ArrowRight" || key === "ArrowDown") go(1);
    if (key === "ArrowLeft" || key === "ArrowUp") go(-1);
  };
  if (!step) return null;
  return (
    <Panel title={readAlongText.title} level={2} focus={true} look="read-along" onKeyDown={onKeyDown}>
      <p class="hint">{readAlongText.hint}</p>
      <div ref={markKeyRegion} class="spoken" aria-live="assertive" aria-atomic="true">
        <p>{groupPlace(step.row, step.group, at + 1)}</p>
        <p class="mono large" aria-hidden="true">
          {step.digits}
        </p>
        <p class="words">{spokenText(step.words)}</p>
      </div>
      <div class="buttons">
        <Button label={placesPress.before} idle={at === 0} onPress={() => go(-1)} />
        <Button label={placesPress.next} look="primary" idle={at === last} onPress={() => go(1)} />
        <Button label={placesPress.close} look="quiet" onPress={onClose} />
      </div>
    </Panel>
  );
}
