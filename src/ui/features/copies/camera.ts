/** The camera, from the request for it to the last track stopped. Its pictures stay in this page. */
import type { Messages } from "../../text/use-text.ts";
import { startCodeReader } from "./code-reader.ts";
import { readQrFromFrame } from "./read-picture.ts";

/** Each has a sentence. */
type CameraFailure = keyof Messages["cameraFailureText"];

const PAUSE_MS = 250;

/** By the names of W3C Media Capture and Streams §10.2; Chromium and Firefox differ in which they use. */
const FAILURES: Record<string, CameraFailure> = {
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotReadableError: "in-use",
  AbortError: "in-use",
};

async function open(): Promise<MediaStream | CameraFailure> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices) return "none";
  try {
    return await mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch (error) {
    return (error instanceof Error && FAILURES[error.name]) || "failed";
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

type Watch = {
  /** It runs. */
  onOpen: () => void;
  /** A code was read: what it says. About four times a second, never while one is looked at. */
  onText: (text: string) => void;
};

/**
 * Shows the camera in `video` and looks for codes until `signal` ends it; all tracks are stopped at that
 * moment, or as soon as the camera comes if that is later.
 *
 * @returns why it ended, null when it was ended by `signal`. Never rejects.
 */
export async function watchCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
  { onOpen, onText }: Watch,
): Promise<CameraFailure | null> {
  const stream = await open();
  if (typeof stream === "string") return signal.aborted ? null : stream;
  const tracks = stream.getTracks();
  const reader = startCodeReader();
  const stop = () => {
    for (const track of tracks) track.stop();
    video.srcObject = null;
    reader.stop();
  };
  if (signal.aborted) {
    stop();
    return null;
  }
  signal.addEventListener("abort", stop, { once: true });
  try {
    video.srcObject = stream;
    await video.play();
    onOpen();
    while (!signal.aborted) {
      if (tracks.every(({ readyState }) => readyState === "ended")) return "lost";
      const text = await readQrFromFrame(video, reader);
      if (text !== null && !signal.aborted) onText(text);
      await pause(signal);
    }
    return null;
  } catch {
    return signal.aborted ? null : "failed";
  } finally {
    stop();
  }
}
