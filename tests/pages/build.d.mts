export const PAGES: readonly string[];
export function writePages(options: { libraries: "all" | "main" | "none" }): Promise<void>;
