/** Whose pages may read our answers: those of an extension, and of no website. */

const CHROMIUM = /^chrome-extension:\/\/[a-p]{32}$/;
const FIREFOX = /^moz-extension:\/\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isExtension(origin: string | undefined): boolean {
  return origin !== undefined && (CHROMIUM.test(origin) || FIREFOX.test(origin));
}
