import { View } from "../../kit/view.tsx";
import { useText } from "../../text/use-text.ts";
import { OpenKeyringFile } from "./open-keyring-file.tsx";
import { SaveEverything, SaveKeyringFile } from "./save-keyring-file.tsx";
import { SetDamagedAside, SetWholeAside } from "./set-aside.tsx";
import { type MayPrompt, UnlockWays } from "./unlock-ways.tsx";

export function Damaged() {
  const { damagedText, tabPress } = useText();
  return (
    <View title={damagedText.title} focus={false}>
      <p>{damagedText.what}</p>
      <p>{damagedText.save}</p>
      <div class="buttons">
        <SaveKeyringFile label={tabPress.saveBytes} />
        <SaveEverything />
        <SetDamagedAside />
      </div>
      <OpenKeyringFile isDamaged={true} />
    </View>
  );
}

export function Newer() {
  const { newerText, tabPress } = useText();
  return (
    <View title={newerText.title} focus={false}>
      <p>{newerText.what}</p>
      <div class="buttons">
        <SaveKeyringFile label={tabPress.saveBytes} />
        <SaveEverything />
        <SetWholeAside />
      </div>
    </View>
  );
}

export function Locked({ mayPrompt }: { mayPrompt: MayPrompt }) {
  const { encryptedText, tabPress } = useText();
  return (
    <View title={encryptedText.title} focus={false}>
      <UnlockWays mayPrompt={mayPrompt} />
      <div class="buttons">
        <SaveKeyringFile label={tabPress.saveBytes} />
      </div>
      <p class="hint">{encryptedText.forgotten}</p>
      <div class="buttons">
        <SetWholeAside />
      </div>
    </View>
  );
}
