import { readQrPicture } from "../../../copies/qr/qr-picture.ts";

/** The picture is given away. `milliseconds`: how long the decoder may go on trying. */
export type CodeTask = { picture: ImageBitmap; milliseconds: number };

/** RGBA, on white: a code may have been saved without its background. */
function pixelsOf(picture: ImageBitmap): ImageData | null {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  context.clearRect(0, 0, width, height);
  return pixels;
}

self.addEventListener("message", ({ data }: MessageEvent<CodeTask>) => {
  const { picture, milliseconds } = data;
  const pixels = pixelsOf(picture);
  picture.close();
  const text = pixels && readQrPicture(pixels, milliseconds);
  pixels?.data.fill(0);
  postMessage(text);
});
