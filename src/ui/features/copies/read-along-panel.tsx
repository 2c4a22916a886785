import { useId, useState } from "preact/hooks";
import { readAlong } from "../../../copies/paper/read-along.ts";
import { markKeyRegion } from "../../kit/attributes.ts";
import { Button } from "../../kit/button.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useText } from "../../text/use-text.ts";

/** One group at a time, large, with a word for each character. Only the user goes on. */
export function ReadAlongPanel({ hex, onClose }: { hex: string; onClose: () => void }) {
  const { copiesPress, groupPlace, readAlongText } = useText();
  const id = useId();
  const [at, setAt] = useState(0);
  const steps = readAlong(hex);
  const step = steps[at];
  const go = (by: number) => setAt((now) => Math.min(Math.max(now + by, 0), steps.length - 1));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "ArrowRight" || key === "ArrowDown") go(1);
    if (key === "ArrowLeft" || key === "ArrowUp") go(-1);
  };
  if (!step) return null;
  return (
    <section class="panel stack read-along" aria-labelledby={id} onKeyDown={onKeyDown}>
      <div id={id}>
        <Heading>{readAlongText.title}</Heading>
      </div>
      <p class="hint">{readAlongText.hint}</p>
      <div ref={markKeyRegion} class="spoken" aria-live="assertive" aria-atomic="true">
        <p>{groupPlace(step.row, step.group, at + 1)}</p>
        <p class="mono large" aria-hidden="true">
          {step.digits}
        </p>
        <p class="words">{step.words.join(" · ")}</p>
      </div>
      <div class="buttons">
        <Button label={copiesPress.before} idle={at === 0} onPress={() => go(-1)} />
        <Button
          label={copiesPress.next}
          look="primary"
          idle={at === steps.length - 1}
          onPress={() => go(1)}
        />
        <Button label={copiesPress.close} look="quiet" onPress={onClose} />
      </div>
    </section>
  );
}
