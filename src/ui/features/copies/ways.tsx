import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

const WAYS = ["sheet", "qr", "read-along"] as const;
/** How a key is seen elsewhere. */
export type Way = (typeof WAYS)[number];

export function Ways({ onOpen }: { onOpen: (way: Way) => void }) {
  const { wayText } = useText();
  return (
    <div class="buttons tools">
      {WAYS.map((way) => (
        <Button key={way} label={wayText[way]} onPress={() => onOpen(way)} />
      ))}
    </div>
  );
}
