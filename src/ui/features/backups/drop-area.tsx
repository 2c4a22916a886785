import { useState } from "preact/hooks";
import type { Source } from "../../../backup/source.ts";
import { useActFailed } from "../../kit/use-act.ts";
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
        // Both browsers have it, but no standard.
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
  text: { drop: string; dropHint: string; pick: string; pickFolder: string };
  onFiles: (sources: Source[]) => void;
};

/** Takes files that are dropped, or chosen with the buttons, which the keyboard reaches too. */
export function DropArea({ text, onFiles }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  const failed = useActFailed();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's part, and there is no form
    <div
      role="group"
      aria-label={text.drop}
      class={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void sourcesOfDrop(event.dataTransfer).then(onFiles).catch(failed);
      }}
    >
      <p class="drop-title">{text.drop}</p>
      <p class="hint">{text.dropHint}</p>
      <p class="buttons">
        <Pick label={text.pick} folder={false} onFiles={onFiles} />
        <Pick label={text.pickFolder} folder onFiles={onFiles} />
      </p>
    </div>
  );
}
