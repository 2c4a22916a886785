type Context = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/** @param root - the folder of the sources. */
export function createPopupChunk(root: string): (id: string, context: Context) => string | null;
