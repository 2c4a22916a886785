import { FoldedPanel } from "../../kit/folded-panel.tsx";
import { useText } from "../../text/use-text.ts";

/** For who expected keys and finds none: where they may be, and the ways back. */
export function HadKeys() {
  const { hadKeysText } = useText();
  return (
    <FoldedPanel title={hadKeysText.title}>
      <p>{hadKeysText.why}</p>
      <ul>
        {hadKeysText.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>{hadKeysText.what}</p>
      <ol>
        {hadKeysText.ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ol>
    </FoldedPanel>
  );
}
