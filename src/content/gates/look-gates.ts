/** What a look and a fill ask of a field: all there is. */
import type { Gates } from "../find/find-form.ts";
import { isSeen } from "./seen.ts";
import { comesWithFocus } from "./with-focus.ts";

export const LOOK_GATES: Gates = { isSeen: (field) => isSeen(field), comesWithFocus };
