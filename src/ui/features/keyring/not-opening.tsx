import type { Api } from "../../api.ts";
import { useText } from "../../text/use-text.ts";

import { OpenKeyringFile } from "./open-keyring-file.tsx";
import { SaveEverything, SaveKeyringFile } from "./save-keyring-file.tsx";
import { SetAside, SetWholeAside } from "./set-aside.tsx";
import { Unlock } from "./unlock.tsx";

export function Damaged({ api }: { api: Api }) {
  const { damagedText, tabPress } = useText();
  return (
    <main class="narrow stack">
      <h2>{damagedText.title}</h2>
      <p>{damagedText.what}</p>
      <p>{damagedText.save}</p>
      <div class="buttons">
        <SaveKeyringFile api={api} label={tabPress.saveBytes} />
        <SaveEverything api={api} />
        <OpenKeyringFile api={api} takesExport={false} />
        <SetAside
          api={api}
          label={tabPress.setAside}
          title={damagedText.setAsideTitle}
          consequence={damagedText.setAside}
        />
      </div>
    </main>
  );
}

export function Newer({ api }: { api: Api }) {
  const { newerText, tabPress } = useText();
  return (
    <main class="narrow stack">
      <h2>{newerText.title}</h2>
      <p>{newerText.what}</p>
      <div class="buttons">
        <SaveKeyringFile api={api} label={tabPress.saveBytes} />
        <SaveEverything api={api} />
        <SetWholeAside api={api} />
      </div>
    </main>
  );
}

export function Locked({ api }: { api: Api }) {
  const { lockedText, tabPress } = useText();
  return (
    <main class="narrow stack">
      <h2>{lockedText.title}</h2>
      <Unlock api={api} />
      <div class="buttons">
        <SaveKeyringFile api={api} label={tabPress.saveBytes} />
      </div>
      <p class="hint">{lockedText.forgotten}</p>
      <div class="buttons">
        <SetWholeAside api={api} />
      </div>
    </main>
  );
}
