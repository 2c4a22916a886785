import { useApi } from "../../api.ts";
import { Copied } from "../../kit/copied.tsx";
import { useAct } from "../../kit/use-act.ts";

/** Copies a key, and says for how long it stays on the clipboard. */
export function useCopyKey(id: string, onCopied?: () => void): () => void {
  const api = useApi();
  const { run, ask, say } = useAct();
  return () =>
    run(async () => {
      const { clearsAtMs } = await ask("key.copy", { id });
      onCopied?.();
      say.status(<Copied clearsAtMs={clearsAtMs} nowMs={api.nowMs} />);
    });
}
