import { useApi } from "../../api.ts";
import { LockButton } from "../../features/keyring/lock-button.tsx";
import { Bar } from "../../kit/bar.tsx";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";
import { PARTS } from "../shell/parts.ts";

type PopupBarProps = {
  inWindow: boolean;
  /** Is the list of keys in view? */
  atList: boolean;
  onKeys: () => void;
};

/** The parts of Sixtyfour as icons. The popup holds the keys; every other part opens in a tab. */
export function PopupBar({ inWindow, atList, onKeys }: PopupBarProps) {
  const api = useApi();
  const text = useText();
  const open = (hash: string | null) => (hash === null ? api.openVault() : api.openApp(hash));
  return (
    <Bar look="bar icons" start={<h1 class="visually-hidden">{text.words.name}</h1>}>
      <nav aria-label={text.tabWords.navigation}>
        {PARTS.map(({ name, icon, title, hash }) => (
          <Button
            key={name}
            label={title(text)}
            icon={icon}
            iconOnly
            look="quiet"
            current={name === "keys" && atList}
            onPress={() => (name === "keys" ? onKeys() : open(hash))}
          />
        ))}
      </nav>
      {!inWindow && (
        <Button label={text.press.popOut} icon="popOut" iconOnly look="quiet" onPress={() => api.popOut()} />
      )}
      <LockButton iconOnly />
    </Bar>
  );
}
