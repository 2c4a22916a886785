import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "./twins.ts";
import { useCopyKey } from "./use-copy-key.tsx";

/** Copies the key of a row without showing it. */
export function CopyKeyButton({ entry }: { entry: EntrySummary }) {
  const { copyPressName } = useText();
  const { nameOf } = useKeyNames();
  const copy = useCopyKey(entry.id);
  return <Button label={copyPressName(nameOf(entry))} icon="copy" iconOnly look="quiet" onPress={copy} />;
}
