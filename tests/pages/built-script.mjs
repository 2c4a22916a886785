/**
 * The one script that a build in library mode makes, and its style.
 *
 * @param {Awaited<ReturnType<typeof import("vite").build>>} built
 * @returns {{ code: string, style: string }}
 */
export function scriptOf(built) {
  const [first] = Array.isArray(built) ? built : [];
  if (!first) throw new Error("built nothing");
  const style = first.output.find(({ fileName }) => fileName.endsWith(".css"));
  return { code: first.output[0].code, style: style?.type === "asset" ? String(style.source) : "" };
}
