import type { Logger } from "vite";

export function createStrictLogger(): Logger;
