/** One practice page as one file, under a policy as strict as WhatsApp Web's. */
import { createHash } from "node:crypto";

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * @param {string} name
 * @param {string} script
 * @param {string} style
 * @param {{ styles?: boolean, code?: boolean }} allows - `styles` set by script, `code` made from text: what some
 * libraries need.
 */
export function pageOf(name, script, style, { styles = false, code = false } = {}) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}${code ? " 'unsafe-eval'" : ""}`,
    `style-src ${styles ? "'unsafe-inline'" : hashOf(style)}`,
    ...(styles ? ["font-src data:", "img-src data:"] : []),
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Practice page: ${name}</title>
<style>${style}</style>
</head>
<body data-page="${name}">
<div id="root"></div>
<script>${script}</script>
</body>
</html>
`;
}
