/** A file of the repository as text, put into a chunk of its own by Vite. */
declare module "*.html?raw" {
  const text: string;
  export { text as default };
}
