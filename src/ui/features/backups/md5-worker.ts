import { type Digest, startMd5 } from "../../../backup/digests.ts";
import type { Bytes } from "../../../core/bytes.ts";

const starting: Promise<Digest> = startMd5();
let turn: Promise<void> = Promise.resolve();

async function take(bytes: Bytes | null): Promise<void> {
  const md5 = await starting;
  if (bytes) {
    await md5.update(bytes);
    postMessage(null);
  } else postMessage(await md5.end());
}

self.addEventListener("message", ({ data }: MessageEvent<Bytes | null>) => {
  // The caller waits for an answer, so a failure must be reported to it.
  turn = turn.then(() => take(data)).catch(reportError);
});
