import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "./twins.ts";
import { useCopyKey } from "./use-copy-key.tsx";

/** Copies the key of a row without showing it. */
export function CopyKeyButton({ entry }: { entry: EntrySummary }) {
  const { copyPressName, press } = useText();
  const { nameOf } = useKeyNames();
  const copy = useCopyKey(entry.id);
  const name = copyPressName(nameOf(entry));
  return <Button label={press.copy} name={name} icon="copy" iconOnly look="quiet" onPress={copy} />;
}
