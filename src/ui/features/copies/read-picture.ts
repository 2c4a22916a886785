/**
 * A QR code's text from a picture file or from a frame of a camera.
 *
 * A file is measured by its header before the browser decodes it, which it does outside the page's thread;
 * what takes too long is let go. Only one frame of a file is looked at, at {@link MOST_SIDE} pixels at most.
 */
import {
  fitInto,
  HEADER_BYTES,
  MOST_PICTURE_BYTES,
  MOST_PIXELS,
  MOST_SIDE,
  type PictureProblem,
  readPictureSize,
} from "../../../copies/qr/picture-size.ts";
import { wipe } from "../../../core/bytes.ts";
import { type CodeReader, inTime, startCodeReader } from "./code-reader.ts";

const DECODE_LIMIT_MS = 8000;
const FILE_TRIES_MS = 2500;
/** Of a camera's picture: the next one comes soon. */
const FRAME_SIDE = 1280;
const FRAME_TRIES_MS = 200;

/** What can be said of a file without decoding it; null: it may be a picture with a code. Never rejects. */
export async function findPictureProblem(file: Blob): Promise<PictureProblem | null> {
  if (file.size > MOST_PICTURE_BYTES) return "too-large";
  const buffer = await file
    .slice(0, HEADER_BYTES)
    .arrayBuffer()
    .catch(() => null);
  if (!buffer) return "not-a-picture";
  const start = new Uint8Array(buffer);
  const size = readPictureSize(start);
  wipe(start);
  if (!size || size.width === 0 || size.height === 0) return "not-a-picture";
  return size.width * size.height > MOST_PIXELS ? "too-large" : null;
}

/**
 * Null when it cannot be decoded. Two steps: a browser may turn a photo, and which side is longer is known
 * then.
 */
async function decode(file: Blob): Promise<ImageBitmap | null> {
  const decoding = createImageBitmap(file);
  const whole = await inTime(DECODE_LIMIT_MS, decoding);
  if (!whole) {
    decoding.then((late) => late.close()).catch(() => undefined);
    return null;
  }
  if (Math.max(whole.width, whole.height) <= MOST_SIDE) return whole;
  const { width: resizeWidth, height: resizeHeight } = fitInto(whole, MOST_SIDE);
  try {
    return await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: "high" });
  } catch {
    return null;
  } finally {
    whole.close();
  }
}

/**
 * @param file - PNG, JPEG or WebP. What else it may be is said by {@link findPictureProblem}.
 * @returns the text of a QR code in it, whatever it says; null for none. Never rejects.
 */
export async function readQrFromPicture(file: Blob): Promise<string | null> {
  if ((await findPictureProblem(file)) !== null) return null;
  const picture = await decode(file);
  if (!picture) return null;
  const reader = startCodeReader();
  try {
    return await reader.read(picture, FILE_TRIES_MS);
  } finally {
    reader.stop();
  }
}

/**
 * The same for what a camera shows now; null also while it shows nothing. @param reader - one for all frames.
 */
export async function readQrFromFrame(video: HTMLVideoElement, reader: CodeReader): Promise<string | null> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  const { width: resizeWidth, height: resizeHeight } = fitInto({ width, height }, FRAME_SIDE);
  try {
    const frame = await createImageBitmap(video, { resizeWidth, resizeHeight });
    return await reader.read(frame, FRAME_TRIES_MS);
  } catch {
    return null;
  }
}
