import { describe, expect, test } from "vitest";
import { addSites } from "../../scripts/extension-config.mjs";
import { isSiteOrigin, SITES, sitePatterns } from "../../src/core/sites.ts";

describe("a site is one entry", () => {
  const sites = [...SITES, { origin: "https://restore.example:8443" }];

  test("a made-up one is known by its exact origin, and gets into the manifest", () => {
    expect(isSiteOrigin("https://restore.example:8443", sites)).toBe(true);
    expect(isSiteOrigin("https://restore.example:8443")).toBe(false);
    expect(sitePatterns(sites)).toEqual(["https://web.whatsapp.com/*", "https://restore.example:8443/*"]);
    const manifest = { host_permissions: [], content_scripts: [{ matches: [] }] };
    addSites(manifest, sitePatterns(sites));
    expect(manifest).toEqual({
      host_permissions: sitePatterns(sites),
      content_scripts: [{ matches: sitePatterns(sites) }],
    });
  });

  test.each([
    "http://web.whatsapp.com",
    "https://web.whatsapp.com:8443",
    "https://web.whatsapp.com.example.com",
    "https://xweb.whatsapp.com",
    "https://whatsapp.com",
    "https://web.whatsapp.com/",
    "null",
    "",
  ])("not %s", (origin) => {
    expect(isSiteOrigin(origin)).toBe(false);
  });
});
