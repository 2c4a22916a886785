/** The build replaces it with the version in package.json. */
declare const __VERSION__: string;

export const VERSION: string = __VERSION__;
