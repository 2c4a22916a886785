import { useRef } from "preact/hooks";

type FileButtonProps = {
  label: string;
  onFile: (file: File) => void;
  busy?: boolean;
  accept?: string;
  look?: "primary";
};

/** A button that opens the browser's own dialog for one file. The same file can be chosen again. */
export function FileButton({ label, onFile, busy = false, accept, look }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        class="file-picker"
        type="file"
        accept={accept}
        autocomplete="off"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <button type="button" class={look} aria-busy={busy} onClick={() => picker.current?.click()}>
        {label}
      </button>
    </>
  );
}
