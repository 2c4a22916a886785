import { FoldedPanel } from "../../kit/folded-panel.tsx";
import { View } from "../../kit/view.tsx";
import { useText } from "../../text/use-text.ts";
import { OpenKeyringFile } from "./open-keyring-file.tsx";
import { SaveEverything, SaveKeyringFile } from "./save-keyring-file.tsx";
import { SetDamagedAside, SetWholeAside } from "./set-aside.tsx";
import { type MayPrompt, UnlockWays } from "./unlock-ways.tsx";

export function Damaged() {
  const { damagedText, encryptedKeysPress } = useText();
  return (
    <View title={damagedText.title} focus={false}>
      <p>{damagedText.what}</p>
      <p>{damagedText.save}</p>
      <div class="buttons">
        <SaveKeyringFile label={encryptedKeysPress.saveBytes} />
        <SaveEverything />
        <SetDamagedAside />
      </div>
      <OpenKeyringFile isDamaged={true} />
    </View>
  );
}

export function Newer() {
  const { encryptedKeysPress, newerText } = useText();
  return (
    <View title={newerText.title} focus={false}>
      <p>{newerText.what}</p>
      <div class="buttons">
        <SaveKeyringFile label={encryptedKeysPress.saveBytes} />
        <SaveEverything />
        <SetWholeAside />
      </div>
    </View>
  );
}

export function Locked({ mayPrompt }: { mayPrompt: MayPrompt }) {
  const { encryptedKeysPress, unlockText } = useText();
  return (
    <View title={unlockText.title} focus={false}>
      <UnlockWays mayPrompt={mayPrompt} />
      <FoldedPanel title={unlockText.cannot}>
        <p>{unlockText.forgotten}</p>
        <ul class="bullets">
          {unlockText.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
        <div class="buttons">
          <SaveKeyringFile label={encryptedKeysPress.saveBytes} />
          <SetWholeAside />
        </div>
      </FoldedPanel>
    </View>
  );
}
