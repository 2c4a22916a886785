/** `npm run test:all` takes every item of every list, and rounds by the hundred; `npm test` what stands for each cause. */
export const ALL = process.env["ALL"] === "1";
