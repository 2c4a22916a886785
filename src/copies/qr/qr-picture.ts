/**
 * Reads a QR code from a picture's pixels, where the browser has no reader of its own. Loaded only when used.
 *
 * The caller scales pictures to {@link MOST_SIDE} first, because a camera's full size takes seconds and is
 * read no better. The caller uses a worker that it can end: the time limit is checked only between tries, and
 * on a picture full of finder patterns the first try alone takes half a minute.
 */
import { decodeQR } from "qr/decode.js";
import { MOST_SIDE } from "./picture-size.ts";

export type Picture = { width: number; height: number; data: Uint8Array | Uint8ClampedArray };

/** For a picture that somebody has chosen; a frame of a camera gets less. */
const MILLISECONDS = 3000;

/**
 * @param picture - RGBA, four bytes a pixel. @param milliseconds - how long to go on trying.
 * @returns the text, null where no code is found or it is too damaged. Never throws.
 */
export function readQrPicture(picture: Picture, milliseconds = MILLISECONDS): string | null {
  const { width, height, data } = picture;
  const isSide = (side: number) => Number.isInteger(side) && side >= 1 && side <= MOST_SIDE;
  if (!isSide(width) || !isSide(height) || data.length !== width * height * 4) return null;
  try {
    return decodeQR(picture, { format: "RGBA", effort: 3, timeLimit: milliseconds });
  } catch {
    return null;
  }
}
