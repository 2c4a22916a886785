/** What an address of WhatsApp's (a jid, `user@server`) says of whom it names. */

export type Address = { user: string; server: string };

export function readAddress(jid: string): Address {
  const at = jid.lastIndexOf("@");
  return at < 0 ? { user: jid, server: "" } : { user: jid.slice(0, at), server: jid.slice(at + 1) };
}

const PERSON = "s.whatsapp.net";
const HIDDEN = "lid";

export type AddressKind = "person" | "hidden" | "group" | "channel" | "status" | "list" | "other";

export function addressKind({ user, server }: Address): AddressKind {
  switch (server) {
    case PERSON:
      return "person";
    case HIDDEN:
      return "hidden";
    case "g.us":
      return "group";
    case "newsletter":
      return "channel";
    case "broadcast":
      return user === "status" ? "status" : "list";
    default:
      return "other";
  }
}

/** `+49151…`, the digits of a number; null where this is none. */
export function numberOf({ user, server }: Address): string | null {
  // A device of the same number has `:2` or `.0:2` behind it.
  const digits = /^(\d{5,20})(?:[.:][\d.:]*)?$/.exec(user)?.[1];
  return server === PERSON && digits !== undefined ? `+${digits}` : null;
}
