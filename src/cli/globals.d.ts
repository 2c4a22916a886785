/** SQLite's WebAssembly, put in by the build (`scripts/build-sqlite.mjs`). */
declare module "virtual:sixtyfour-sqlite" {
  export const packedWasm: string;
}
