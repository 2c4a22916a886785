/** The manifest as written for both browsers, and what the documents say of it. */
import { sitePatterns } from "../../src/core/sites.ts";
import { readText } from "./files.ts";

export type Manifest = {
  permissions: string[];
  host_permissions: string[];
  content_scripts: unknown[];
  content_security_policy: { extension_pages: string };
} & Record<string, unknown>;

const CHROME_ONLY = "{{chrome}}.";

/** Every permission asked for in any browser, sites included. */
export function permissionsInManifest(): string[] {
  const { permissions } = JSON.parse(readText("manifest.json")) as Manifest;
  return [...permissions, ...sitePatterns()].map((name) => name.replace(CHROME_ONLY, ""));
}

/** Permissions that headings of a document name: `` ## `name` ``. */
export function permissionHeadings(markdown: string): string[] {
  return [...markdown.matchAll(/^## `([^`]+)`$/gm)].map(([, name]) => name ?? "");
}
