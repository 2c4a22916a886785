/** The HTML file that opens an exported keyring, put in by the build (`scripts/build-reader.mjs`). */
declare module "virtual:sixtyfour-reader" {
  export const readerHtml: string;
}

/** SQLite's WebAssembly, put in by the build (`scripts/build-sqlite.mjs`). */
declare module "virtual:sixtyfour-sqlite" {
  export const packedWasm: string;
}

/** What Vite puts in: a development server is no build. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
