import { useEffect, useState } from "preact/hooks";

/** A document of its own: the only one of ours that may reach a network. */
export const VAULT_PAGE = "../vault/vault.html";

/** The parts of the full tab. */
export type Route =
  | { name: "keys" }
  | { name: "add" }
  | { name: "settings" }
  | { name: "places" }
  | { name: "backups" }
  | { name: "help" }
  | { name: "key"; id: string };

export const hashes = {
  keys: "#",
  add: "#add",
  places: "#places",
  backups: "#backups",
  help: "#help",
  settings: "#settings",
};

export function keyHash(id: string): string {
  return `#key/${encodeURIComponent(id)}`;
}

function parseRoute(hash: string): Route {
  if (hash === hashes.add) return { name: "add" };
  if (hash === hashes.places) return { name: "places" };
  if (hash === hashes.backups) return { name: "backups" };
  if (hash === hashes.help) return { name: "help" };
  if (hash === hashes.settings) return { name: "settings" };
  const id = /^#key\/([\w-]+)$/.exec(hash)?.[1];
  return id === undefined ? { name: "keys" } : { name: "key", id };
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    window.addEventListener("hashchange", changed);
    // An act may have led on between the drawing of this page and now.
    changed();
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return parseRoute(hash);
}

export function goTo(hash: string): void {
  location.hash = hash;
}
