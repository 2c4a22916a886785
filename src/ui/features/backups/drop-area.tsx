import { useState } from "preact/hooks";
import type { Source } from "../../../backup/source.ts";
import { sourcesOfDrop, sourcesOfList } from "./dropped-files.ts";

type PickProps = { label: string; folder: boolean; onFiles: (sources: Source[]) => void };

function Pick({ label, folder, onFiles }: PickProps) {
  return (
    <label class="pick">
      {label}
      <input
        class="visually-hidden"
        type="file"
        multiple
        autocomplete="off"
        // Known to both browsers, and to no standard.
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          const sources = sourcesOfList(event.currentTarget.files ?? []);
          event.currentTarget.value = "";
          onFiles(sources);
        }}
      />
    </label>
  );
}

type DropAreaProps = {
  name: string;
  hint: string;
  files: string;
  folder: string;
  onFiles: (sources: Source[]) => void;
};

/** Where files come in: dropped, or chosen by the keyboard. */
export function DropArea({ name, hint, files, folder, onFiles }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's part, and there is no form
    <div
      role="group"
      aria-label={name}
      class={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void sourcesOfDrop(event.dataTransfer).then(onFiles);
      }}
    >
      <p class="drop-title">{name}</p>
      <p class="hint">{hint}</p>
      <p class="buttons">
        <Pick label={files} folder={false} onFiles={onFiles} />
        <Pick label={folder} folder onFiles={onFiles} />
      </p>
    </div>
  );
}
