export const PAGES: readonly string[];
export function writePages(options: { libraries: boolean }): Promise<void>;
