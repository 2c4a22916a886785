import { Button } from "../../kit/button.tsx";
import { Screen } from "../../kit/screen.tsx";
import { useText } from "../../text/use-text.ts";
import { QrSvg } from "./qr-svg.tsx";

/** The code over the whole tab, as large as it goes. */
export function QrScreen({ hex, onClose }: { hex: string; onClose: () => void }) {
  const { placesPress, qrText } = useText();
  return (
    <Screen title={qrText.title} look="qr-screen" onClose={onClose}>
      <p>{qrText.hint}</p>
      <QrSvg hex={hex} label={qrText.label} />
      <div class="buttons">
        <Button label={placesPress.close} onPress={onClose} />
      </div>
    </Screen>
  );
}
