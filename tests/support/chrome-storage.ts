/**
 * As much of Chromium's `chrome` as src/platform/storage.ts needs, with the polyfill's real code above it:
 * calls end in a callback and `runtime.lastError` where one is given, in a promise otherwise; values pass
 * through JSON.
 */
type Callback = (value?: unknown) => void;
type Values = Record<string, unknown>;

const throughJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

/** Without `unlimitedStorage`, of either area: names and values as JSON, as Chromium counts them. */
export const QUOTA_BYTES = 10_485_760;

const sizeOf = (stored: ReadonlyMap<string, unknown>): number =>
  [...stored].reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);

type Runtime = { id: string; lastError?: { message: string } };

function createArea(runtime: Runtime) {
  const area = {
    /** What is stored: put anything there. */
    stored: new Map<string, unknown>(),
    /** Asking for one of these fails, whatever is asked for with it: a value that is spoilt on disk. */
    spoilt: new Set<string>(),
    /** Calls of these names fail. */
    refuses: new Set<"get" | "set" | "remove">(),
    levels: [] as unknown[],
  };

  function answer(name: "get" | "set" | "remove", act: () => unknown, callback?: Callback) {
    const done = new Promise((resolve, reject) => {
      setImmediate(() => {
        if (area.refuses.has(name)) return reject(new Error("QUOTA_BYTES"));
        try {
          resolve(act());
        } catch (reason) {
          reject(reason);
        }
      });
    });
    if (!callback) return done;
    done.then(callback, (error: Error) => {
      runtime.lastError = error;
      callback();
      delete runtime.lastError;
    });
    return undefined;
  }

  const api = {
    get(keys: string | string[], callback?: Callback) {
      const found = () => {
        const asked = [keys].flat();
        if (asked.some((key) => area.spoilt.has(key))) throw new Error("Corruption: block checksum mismatch");
        return asked.filter((key) => area.stored.has(key));
      };
      return answer(
        "get",
        () => Object.fromEntries(found().map((key) => [key, throughJson(area.stored.get(key))])),
        callback,
      );
    },
    set(values: Values, callback?: Callback) {
      const store = () => {
        const next = new Map(area.stored);
        for (const [key, value] of Object.entries(values)) next.set(key, throughJson(value));
        if (sizeOf(next) > QUOTA_BYTES) throw new Error("QUOTA_BYTES quota exceeded");
        for (const key of Object.keys(values)) area.stored.set(key, next.get(key));
      };
      return answer("set", store, callback);
    },
    remove(keys: string | string[], callback?: Callback) {
      return answer("remove", () => [keys].flat().forEach((key) => void area.stored.delete(key)), callback);
    },
  };
  return { area, api };
}

/** From Chrome 140 on. */
function makeClosable({ area, api }: ReturnType<typeof createArea>): void {
  const setAccessLevel = async (level: unknown) => void area.levels.push(level);
  Object.assign(api, { setAccessLevel });
}

/**
 * Call before anything that imports the polyfill. One for the whole test file: the polyfill keeps the first.
 */
export function installChromeStorage() {
  const runtime: Runtime = { id: "a".repeat(32) };
  const local = createArea(runtime);
  const session = createArea(runtime);
  Object.assign(globalThis, { chrome: { runtime, storage: { local: local.api, session: session.api } } });

  return {
    local: local.area,
    session: session.area,
    /** Back to the start: nothing is stored, and no call fails. */
    reset() {
      for (const { area } of [local, session]) {
        area.stored.clear();
        area.refuses.clear();
        area.spoilt.clear();
      }
    },
    makeClosable() {
      for (const one of [local, session]) makeClosable(one);
    },
  };
}
