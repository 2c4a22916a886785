import { useEffect, useRef, useState } from "preact/hooks";
import { keyInCode } from "../../../copies/qr/key-in-code.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { watchCamera } from "./camera.ts";

type CameraPanelProps = {
  /** Gets 64 lower-case hex digits; the camera is off by then, and the panel wants to be closed. */
  onKey: (hex: string) => void;
  /** By hand, because another tab is in front, or because the camera does not run: that was said. */
  onClose: () => void;
};

/** The camera runs from the first drawing of this panel until a key was read or the panel is gone. */
export function CameraPanel({ onKey, onClose }: CameraPanelProps) {
  const { cameraFailureText, cameraText, inputPress, noKeyInCode } = useText();
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [hint, setHint] = useState(cameraText.opening);
  const latest = useLatest({ onKey, onClose });
  useEffect(() => {
    if (!video.current) return;
    const over = new AbortController();
    const { signal } = over;
    const close = () => {
      over.abort();
      latest.current.onClose();
    };
    const onText = (text: string) => {
      const hex = keyInCode(text);
      if (hex === null) return setHint(noKeyInCode);
      over.abort();
      latest.current.onKey(hex);
    };
    const onOpen = () => setHint(cameraText.looking);
    void watchCamera(video.current, signal, { onOpen, onText }).then((failure) => {
      if (failure === null || signal.aborted) return;
      say.alert(cameraFailureText[failure]);
      close();
    });
    const onHidden = () => document.visibilityState === "hidden" && close();
    const onKeyDown = ({ key }: KeyboardEvent) => key === "Escape" && close();
    document.addEventListener("visibilitychange", onHidden, { signal });
    document.addEventListener("keydown", onKeyDown, { signal });
    return () => over.abort();
  }, [say, latest]);
  return (
    <Panel title={cameraText.title} level={2} focus={true} look="camera">
      <p aria-live="polite">{hint}</p>
      <video ref={video} muted={true} playsInline={true} aria-label={cameraText.view} />
      <p class="hint">{cameraText.stays}</p>
      <div class="buttons">
        <Button label={inputPress.close} onPress={onClose} />
      </div>
    </Panel>
  );
}
