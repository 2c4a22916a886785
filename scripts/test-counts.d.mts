export type Failure = { name: string; command: string };
export type Counts = { passed: number; skipped: number; failures: Failure[]; output?: string };
export function run(command: string): Promise<{ code: number; output: string }>;
export function countCommand(command: string): Promise<Counts>;
export function countLines(command: string): Promise<Counts>;
export function countVitest(command: string): Promise<Counts>;
export function countsOfVitest(report: object | null, code: number, command: string): Counts;
export function countsOfPlaywright(report: object | null, code: number, command: string): Counts;
