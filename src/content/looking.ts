/**
 * Put beside the script that is in the page when the user looks: the gate that walks the page for layers. What no
 * page needs before need not be in every page.
 */
import { isUnderLayer } from "./layers.ts";
import type { World } from "./world.ts";

(globalThis as World).isUnderLayer = isUnderLayer;
