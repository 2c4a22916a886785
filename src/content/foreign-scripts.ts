/**
 * Hosts whose scripts a page has loaded: each of them can read what is filled there, as the page itself can.
 */
import { LONGEST_HOST, MOST_HOSTS } from "../protocol/content.ts";
import { queryAll } from "./native.ts";

function isScript(entry: PerformanceResourceTiming): boolean {
  return entry.initiatorType === "script" || /\.m?js(?:[?#]|$)/i.test(entry.name);
}

/** Loaded scripts as the browser has noted them, and elements that name one. A page can take both away. */
function addresses(): string[] {
  const noted = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const elements = queryAll<HTMLScriptElement>(document, "script[src]");
  return [...noted.filter(isScript).map(({ name }) => name), ...elements.map(({ src }) => src)];
}

/** Other hosts than the page's own, with their ports, in ASCII; sorted. */
export function foreignScriptHosts(): string[] {
  const hosts = addresses().flatMap((address) => (URL.canParse(address) ? new URL(address).host : []));
  const foreign = new Set(
    hosts.filter((host) => host !== "" && host !== location.host && host.length <= LONGEST_HOST),
  );
  return [...foreign].sort().slice(0, MOST_HOSTS);
}
