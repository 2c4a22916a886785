export const PAGES: readonly string[];
export function buildPages(): Promise<Record<string, string>>;
export function writePages(): Promise<Record<string, string>>;
