/** The browser this bundle is built for, set by `scripts/extension-config.mjs`. Only this room reads it. */
declare const __BROWSER__: "chrome" | "firefox";
