/** Two packages that are there only where all libraries are installed. */
declare module "@sveltejs/vite-plugin-svelte" {
  export function svelte(options: { configFile: false; emitCss: boolean }): import("vite").PluginOption;
}
declare module "vite-plugin-solid" {
  // biome-ignore lint/style/noDefaultExport: the package has one
  export default function solid(): import("vite").PluginOption;
}
