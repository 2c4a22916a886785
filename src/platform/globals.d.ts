/** The browser this bundle is built for, set by `vite.config.ts`. Only this room reads it. */
declare const __BROWSER__: "chrome" | "firefox";
