import { useEffect, useState } from "preact/hooks";
import { ActButton } from "../../kit/act-button.tsx";
import { useAsk } from "../../kit/use-act.ts";
import { usePageState } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

/**
 * Takes back the last import, for as long as the background can: also after another view, a reload, or an
 * import in another window.
 */
export function UndoImport() {
  const ask = useAsk();
  const state = usePageState();
  const { importPress, undoConfirm, undoneText } = useText();
  const [undoId, setUndoId] = useState<string | null>(null);
  // Every import and every undoing brings another state.
  useEffect(() => {
    let isLatest = true;
    ask("keyring.last-merge", {}).then(
      (last) => isLatest && setUndoId(last.undoId),
      // Locked meanwhile: then there is nothing to undo.
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [ask, state]);
  if (undoId === null) return null;
  return (
    <ActButton
      label={importPress.undo}
      confirm={undoConfirm}
      act={async (asking) => undoneText((await asking("keyring.undo-merge", { undoId })).stayed)}
    />
  );
}
