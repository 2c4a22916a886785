export const COMMITTED_READER: string;
export function renderReader(): Promise<string>;
export function buildReader(to?: string): Promise<void>;
