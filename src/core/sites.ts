/**
 * The sites whose restore form is looked for. A site is one entry here: the manifest's matches, who may send
 * as a content script, where the context menu stands and what a copy of a key names come from this list.
 */

export type Site = {
  /** Scheme and host, as in `location.origin`. */
  origin: string;
};

export const WHATSAPP_WEB: Site = { origin: "https://web.whatsapp.com" };

export const SITES: readonly Site[] = [WHATSAPP_WEB];

/** Is it exactly the origin of a site? */
export function isSiteOrigin(origin: string, sites: readonly Site[] = SITES): boolean {
  return sites.some((site) => site.origin === origin);
}

/** Every page of each site, as manifests and permissions write it. */
export function sitePatterns(sites: readonly Site[] = SITES): string[] {
  return sites.map(({ origin }) => `${origin}/*`);
}
