/**
 * What `DATABASE_URL` names: one Postgres, or several hosts of which one takes writes.
 *
 * pg knows one host only, and without `sslmode` it speaks plain. So the address is read here: one connection
 * string for each host, and beyond this computer only `sslmode=verify-full`, which demands a certificate for
 * the host's name. Any weaker mode lets whoever stands between the two give spent attempts back.
 */
import { isLoopback } from "../loopback.ts";

/** Of one host, as pg takes it. */
export type PostgresAddress = string;

export type ReadAddresses = { addresses: readonly PostgresAddress[]; problems: string[] };

const SHAPE = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^@/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/;
const HOST = /^(\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/;
/** What else may stand behind the question mark. Anything more could weaken what is demanded here. */
const PARAMETERS = [
  "sslmode",
  "sslrootcert",
  "sslcert",
  "sslkey",
  "host",
  "port",
  "application_name",
  "target_session_attrs",
];
/** All of them are what the vault demands anyway: it writes. */
const SESSIONS = ["any", "read-write", "primary"];

/** A socket's folder is named in `host`, since a path cannot stand where a host does. */
function readSocket(user: string, database: string, query: URLSearchParams): ReadAddresses {
  const folder = query.get("host") ?? "";
  if (!folder.startsWith("/"))
    return { addresses: [], problems: ["DATABASE_URL must name a host, or a socket's folder as host=/…"] };
  return { addresses: [`postgres://${user}${database}?${query}`], problems: [] };
}

function readHosts(hosts: string, user: string, database: string, query: URLSearchParams): ReadAddresses {
  const problems: string[] = [];
  if (query.has("host") || query.has("port"))
    problems.push("DATABASE_URL must name its hosts once, as host:port,host:port");
  const addresses = hosts.split(",").map((text) => {
    const host = HOST.exec(text)?.[1]?.replace(/^\[|\]$/g, "");
    if (host === undefined) problems.push("DATABASE_URL must name hosts as host:port,host:port");
    else if (!isLoopback(host) && query.get("sslmode") !== "verify-full")
      problems.push(`DATABASE_URL must have sslmode=verify-full: ${host} is not this computer`);
    return `postgres://${user}${text}${database}?${query}`;
  });
  return { addresses, problems };
}

/** @param url - its password never stands in a problem. */
export function readAddresses(url: string): ReadAddresses {
  const shape = SHAPE.exec(url);
  if (!shape) return { addresses: [], problems: ["DATABASE_URL must be postgres://user@host:port/database"] };
  const [, credentials, hosts = "", database = "", text = ""] = shape;
  const query = new URLSearchParams(text);
  const names = [...query.keys()];
  const unknown = names.filter((name) => !PARAMETERS.includes(name));
  const session = query.get("target_session_attrs") ?? "any";
  query.delete("target_session_attrs");
  const user = credentials === undefined ? "" : `${credentials}@`;
  const read = hosts === "" ? readSocket(user, database, query) : readHosts(hosts, user, database, query);
  const problems = [
    ...unknown.map((name) => `DATABASE_URL must not have ${name}`),
    ...(new Set(names).size < names.length ? ["each parameter of DATABASE_URL must be named once"] : []),
    ...(SESSIONS.includes(session) ? [] : ["DATABASE_URL must not ask for a server that only reads"]),
    ...read.problems,
  ];
  return { addresses: read.addresses, problems: [...new Set(problems)] };
}
