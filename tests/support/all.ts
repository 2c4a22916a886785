/**
 * `npm run test:all` takes every item of every list, and rounds by the hundred; `npm test` what stands for
 * each cause.
 */
export const ALL = process.env["ALL"] === "1";

/**
 * Stryker runs the tests (`tests/mutation/vitest.config.ts`): again for each mutant, so they are to be short.
 */
export const FOR_MUTANTS = process.env["FOR_MUTANTS"] === "1";

/** How many made-up values a property is tried on. */
export const runs = (count: number): number => (FOR_MUTANTS ? Math.ceil(count / 20) : count);
