export type Counts = { passed: number; failed: number; skipped?: number };
export function settle(counts: Counts, exitCode: number): Counts;
export function countCommand(command: string, args: string[]): Promise<Counts>;
export function countsOfVitest(report: object | null, exitCode: number): Counts;
export function countsOfPlaywright(report: object | null, projects: string[], exitCode: number): Counts[];
