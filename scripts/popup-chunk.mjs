// What the popup loads at first, in one file: split by who else uses it, it would be five, and 0.7 kB more after gzip.
const OWN = /\/ui\/popup\//;

/** Every module that one of these loads at once. */
function loadedBy(entries, moduleOf) {
  const loaded = new Set();
  const waiting = [...entries];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (loaded.has(id)) continue;
    loaded.add(id);
    waiting.push(...(moduleOf(id)?.importedIds ?? []));
  }
  return loaded;
}

/**
 * The name of a module's chunk, or null: Rolldown decides. What only the popup uses stays its own, and what the
 * offscreen document uses too stays apart, as that document shall load no more.
 */
export function createPopupChunk(root) {
  const popup = [`${root}/ui/popup/main.tsx`];
  const offscreen = [`${root}/offscreen/main.ts`];
  let shared = null;
  return (id, context) => {
    const moduleOf = (one) => context.getModuleInfo(one);
    if (!shared) {
      const others = loadedBy(offscreen, moduleOf);
      shared = new Set([...loadedBy(popup, moduleOf)].filter((one) => !OWN.test(one) && !others.has(one)));
    }
    return shared.has(id) ? "popup-shared" : null;
  };
}
