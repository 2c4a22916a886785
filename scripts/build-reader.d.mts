import type { Plugin } from "vite";

export const BUILT_READER: string;
export function renderReader(): Promise<string>;
export function buildReader(): Promise<void>;
export function readerPlugin(): Plugin;
