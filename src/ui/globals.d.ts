/** A file of the repository as text, put into a chunk of its own by Vite. */
declare module "*.html?raw" {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: the name under which Vite gives it
  export { text as default };
}
