/** What a look and a fill ask of a field: all there is. */
import type { Gates } from "../find/find-form.ts";
import { areOtherBoxes } from "../find/other-boxes.ts";
import { readSignals } from "../find/signals.ts";
import { isSeen } from "./seen.ts";
import { comesWithFocus } from "./with-focus.ts";

export const LOOK_GATES: Gates = {
  isSeen: (field) => isSeen(field),
  comesWithFocus,
  isForOther(candidate) {
    const signals = readSignals(candidate);
    return signals !== null && areOtherBoxes(signals);
  },
};
