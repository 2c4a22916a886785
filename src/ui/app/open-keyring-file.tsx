import { useRef } from "preact/hooks";
import { toBase64 } from "../../core/bytes.ts";
import type { Api } from "../api.ts";
import { useSay } from "../components/say.tsx";
import { firstRunText, tabPress } from "../text/app.ts";
import { errorText } from "../text.ts";

const LARGEST_FILE_BYTES = 4 * 1024 * 1024;

/** Takes in a sealed keyring that was saved to a file. */
export function OpenKeyringFile({ api }: { api: Api }) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    if (file.size > LARGEST_FILE_BYTES) return say.alert(firstRunText.fileTooLarge);
    const sealed = toBase64(new Uint8Array(await file.arrayBuffer()));
    const reply = await api.ask("keyring.import", { sealed });
    if (reply.ok) say.status(firstRunText.imported);
    else say.alert(errorText[reply.error.code]);
  };
  return (
    <>
      <input
        ref={picker}
        class="file-picker"
        type="file"
        autocomplete="off"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) void take(file);
        }}
      />
      <button type="button" onClick={() => picker.current?.click()}>
        {tabPress.openFile}
      </button>
    </>
  );
}
