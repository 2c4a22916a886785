/** The origin of an address that the browser names; null where it is none, as a tab's before its first page. */
export function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
