/** The hosts that are this computer itself, so traffic to them crosses no network. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** The addresses of a vault on this computer, as browsers write them. */
export function loopbackOrigins(address: string): string[] {
  const { protocol, port } = new URL(address);
  return ["127.0.0.1", "localhost"].map((host) => new URL(`${protocol}//${host}:${port}`).origin);
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
