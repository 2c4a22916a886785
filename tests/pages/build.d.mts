/** For the compiler: what the real file imports has packages of its own, which are not there everywhere. */
export function writePages(which: { libraries: "all" | "main" | "none" }): Promise<void>;
