/** Finds a QR code in a picture: by the browser's own reader where it has one, else by ours in a worker. */
import { keyInCode } from "../../../copies/qr/key-in-code.ts";
import type { CodeTask } from "./qr-worker.ts";

/**
 * A picture made for that holds our decoder up for half a minute, whatever it was told:
 * `copies/qr/qr-picture.ts`.
 */
const WORKER_LIMIT_MS = 4000;
const BROWSER_LIMIT_MS = 2000;

/** The part of the Shape Detection API that is used here; TypeScript does not know it. */
type Detector = { detect(picture: ImageBitmap): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

export type CodeReader = {
  /**
   * One picture at a time.
   *
   * @param picture - is given away. @param milliseconds - how long our decoder may go on trying.
   * @returns the text of a code, of one that holds a key if there is one; null for none. Never rejects.
   */
  read(picture: ImageBitmap, milliseconds: number): Promise<string | null>;
  /** Ends the worker; what is being read comes to nothing, and so does all that is asked later. */
  stop(): void;
};

/** What comes of it, or null when it fails or takes longer. */
export async function inTime<T>(limitMs: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}

async function browsersDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = await BarcodeDetector?.getSupportedFormats();
  return BarcodeDetector && formats?.includes("qr_code")
    ? new BarcodeDetector({ formats: ["qr_code"] })
    : null;
}

async function detect(detector: Detector, picture: ImageBitmap): Promise<string | null> {
  const texts = (await detector.detect(picture)).map(({ rawValue }) => rawValue);
  return texts.find((text) => keyInCode(text) !== null) ?? texts[0] ?? null;
}

export function startCodeReader(): CodeReader {
  const starting = inTime(BROWSER_LIMIT_MS, browsersDetector());
  let worker: Worker | null = null;
  let isOver = false;
  let giveUp = () => {};
  const endWorker = () => {
    worker?.terminate();
    worker = null;
    giveUp();
  };
  const askWorker = (task: CodeTask) =>
    new Promise<string | null>((resolve) => {
      const answer = (text: string | null) => {
        clearTimeout(timer);
        resolve(text);
      };
      const timer = setTimeout(endWorker, WORKER_LIMIT_MS);
      giveUp = () => answer(null);
      worker ??= new Worker(new URL("./qr-worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = ({ data }: MessageEvent<string | null>) => answer(data);
      worker.onerror = endWorker;
      worker.postMessage(task, [task.picture]);
    });
  return {
    async read(picture, milliseconds) {
      try {
        const detector = await starting;
        const text = detector && (await inTime(BROWSER_LIMIT_MS, detect(detector, picture)));
        if (isOver || text !== null) return text;
        return await askWorker({ picture, milliseconds });
      } catch {
        return null;
      } finally {
        picture.close();
      }
    },
    stop() {
      isOver = true;
      endWorker();
    },
  };
}
