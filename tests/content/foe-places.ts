/** Addresses that look like WhatsApp Web's and are not, and documents around or within it. */
import { ORIGIN } from "./cases.ts";

/** With "a" of another alphabet, as a link would show it. */
const HOMOGRAPHS = [
  "https://web.whats\u0430pp.com",
  "https://w\u0435b.whatsapp.com",
  "https://web.whatsapp.c\u043em",
];

export const OTHER_ORIGINS: readonly string[] = [
  ...HOMOGRAPHS.map((address) => new URL(address).origin),
  "https://web.whatsapp.com.",
  "https://web.whatsapp.com:444",
  "http://web.whatsapp.com",
  "https://web.whatsapp.com.evil.example",
  "https://web-whatsapp.com",
  "https://web.whatsapp.co",
  "https://a.web.whatsapp.com",
  "https://whatsapp.com",
  "https://www.whatsapp.com",
  "https://web.whatsapp.net",
];

/** The name is the user's, the host is the other one. */
export const USERINFO = "https://web.whatsapp.com@evil.example";

const frame = (src: string, attributes = "") =>
  `<!doctype html><title>Around it</title><h1>Restore chat history</h1>
  <iframe title="Restore" width="620" height="500" ${attributes} src="${src}"></iframe>`;

/** Name, the address of the top document, and what it holds. */
export const FRAMED: readonly (readonly [string, string, string])[] = [
  ["our site in another site's frame", "https://evil.example/top", frame(`${ORIGIN}/plain`)],
  ["another site in a frame of ours", `${ORIGIN}/top`, frame("https://evil.example/plain")],
  ["our site in its own frame", `${ORIGIN}/top`, frame(`${ORIGIN}/plain`)],
  ["our site in a sandboxed frame", `${ORIGIN}/top`, frame(`${ORIGIN}/plain`, `sandbox="allow-scripts"`)],
  [
    "our site in a sandboxed frame of its own origin",
    `${ORIGIN}/top`,
    frame(`${ORIGIN}/plain`, `sandbox="allow-scripts allow-same-origin"`),
  ],
];
