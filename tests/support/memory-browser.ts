/**
 * A browser in memory for the services: storage that lasts, session that ends with `quit`, a clock that is
 * moved by hand, alarms that ring as it moves, and faults on demand. `wake` is a new worker on the same
 * browser.
 */
import { type BackgroundOptions, createBackground } from "../../src/background/compose.ts";
import type { Ports } from "../../src/background/ports.ts";
import { fail, type Result } from "../../src/core/errors.ts";
import { createFaultLog, describeFault } from "../../src/core/fault.ts";
import { MOST_SET_ASIDE } from "../../src/core/keyring/storage-budget.ts";
import { isVaultPlace } from "../../src/core/keyring/verified-places.ts";
import { PLACES, type Place, type StoredCopies } from "../../src/core/sealed/stored-copies.ts";
import type { Waiting } from "../../src/protocol/content-requests.ts";
import { envelope } from "../../src/protocol/envelope.ts";
import {
  mayAsk,
  type PageRequestType,
  type Payload,
  pageRequests,
  type Value,
} from "../../src/protocol/page-requests.ts";
import { deriveKey } from "./cheap-derivation.ts";

type Fault = "none" | "refuse" | "lie" | "unreadable";

/** @param real - ports to use instead of those in memory. */
export function createMemoryBrowser(
  options: Partial<BackgroundOptions> = {},
  real: Partial<Pick<Ports, "sealed" | "session" | "deriveKey">> = {},
) {
  const copies: Record<Place, Uint8Array | null> = { "copy-a": null, "copy-b": null, third: null };
  const faults: Record<Place, Fault> = { "copy-a": "none", "copy-b": "none", third: "none" };
  const setAside: Uint8Array[] = [];
  const beside = { sightings: null as Uint8Array | null, isFull: false };
  /**
   * Every run of bytes that was ever stored, in order: a browser's storage may be a log that forgets nothing.
   */
  const written: Uint8Array[] = [];
  const session = new Map<string, unknown>();
  /** Stays when the browser ends. */
  const lasting = new Map<string, unknown>();
  const alarms = new Map<string, { whenMs: number; everyMs: number | null }>();
  const clipboard = {
    text: "",
    refuses: false,
    /** The browser throws instead of refusing: no offscreen document could be made. */
    throws: false,
    timer: null as null | { copyId: string; atMs: number },
  };
  const notices: string[] = [];
  const orders: { type: string; payload: unknown; documentId: string | null }[] = [];
  const badge = new Map<number, Waiting>();
  /** The toolbar button's mark for keys that are not safe, as it was set. */
  const marks: boolean[] = [];
  const highlighted: [number, boolean][] = [];
  const kept = createFaultLog();
  let popups = 0;
  let nowMs = 1_800_000_000_000;
  let failures = 0;
  let refusesRemovals = false;
  /** Of what lies beside the keyring. */
  let isDiskFull = false;
  /** Nobody is at the computer. */
  const idle = { isIdle: false };
  /** Runs before each write to a place: to kill the worker there, or to act in between. */
  let beforeWrite: ((place: Place) => void | Promise<void>) | null = null;
  /** Runs before each reading of the places. */
  let beforeRead: (() => void | Promise<void>) | null = null;
  /** Session storage does not take these keys. */
  const refusedKeys = new Set<string>();
  // Through JSON, as the browser stores it.
  const valuesIn = (values: Map<string, unknown>): Ports["session"] => ({
    get: (key) => Promise.resolve(structuredClone(values.get(key))),
    set: (key, value) =>
      refusedKeys.has(key)
        ? Promise.reject(new Error("quota"))
        : Promise.resolve(void values.set(key, structuredClone(value))),
    remove: (key) => Promise.resolve(void values.delete(key)),
  });
  let page: Pick<Ports["page"], "findActiveTab" | "send" | "hasSiteAccess" | "readSelection" | "showUnsafe"> =
    {
      findActiveTab: () => Promise.resolve(null),
      send: () => Promise.reject(new Error("no receiver")),
      readSelection: () => Promise.resolve(""),
      hasSiteAccess: () => Promise.resolve(true),
      showUnsafe: (isUnsafe) => Promise.resolve(void marks.push(isUnsafe)),
    };
  let otherPage: Ports["otherPage"] = {
    look: () => Promise.reject(new Error("no leave")),
    fill: () => Promise.reject(new Error("no leave")),
  };

  let derive: Ports["deriveKey"] = deriveKey;

  const ports: Ports = {
    nowMs: () => nowMs,
    deriveKey: (...given) => derive(...given),
    sealed: {
      async read() {
        await beforeRead?.();
        const seen: StoredCopies = { ...copies };
        for (const place of PLACES) if (faults[place] === "unreadable") seen[place] = "unreadable";
        return seen;
      },
      async write(place, sealed) {
        await beforeWrite?.(place);
        if (faults[place] === "refuse" || faults[place] === "unreadable") throw new Error("quota");
        copies[place] = faults[place] === "lie" ? sealed.slice(0, -1) : sealed.slice();
        written.push(sealed.slice());
      },
      remove(place) {
        if (refusesRemovals) return Promise.reject(new Error("locked"));
        copies[place] = null;
        return Promise.resolve();
      },
      setAside(sealed) {
        if (setAside.length >= MOST_SET_ASIDE) return Promise.reject(new Error("no room"));
        setAside.push(sealed);
        written.push(sealed.slice());
        return Promise.resolve();
      },
      moveAside: () => Promise.resolve(),
      readAside: () => Promise.resolve([...setAside]),
      readSightings: () => Promise.resolve(beside.sightings),
      writeSightings(sealed) {
        if (beside.isFull) return Promise.reject(new Error("quota"));
        beside.sightings = sealed?.slice() ?? null;
        return Promise.resolve();
      },
      dropAside(isDropped) {
        setAside.splice(0, setAside.length, ...setAside.filter((sealed) => !isDropped(sealed)));
        return Promise.resolve();
      },
    },
    session: valuesIn(session),
    lasting: {
      ...valuesIn(lasting),
      set: (key, value) =>
        isDiskFull ? Promise.reject(new Error("quota")) : valuesIn(lasting).set(key, value),
    },
    alarms: {
      at: (name, whenMs) => Promise.resolve(void alarms.set(name, { whenMs, everyMs: null })),
      every: (name, minutes) => {
        alarms.set(name, { whenMs: nowMs + minutes * 60_000, everyMs: minutes * 60_000 });
        return Promise.resolve();
      },
      clear: (name) => Promise.resolve(void alarms.delete(name)),
    },
    idle: {
      isIdle: () => Promise.resolve(idle.isIdle),
    },
    clipboard: {
      hold(copyId, text, clearsInMs) {
        if (clipboard.throws) return Promise.reject(new Error("no document"));
        if (clipboard.refuses) return Promise.resolve(false);
        clipboard.text = text;
        clipboard.timer = { copyId, atMs: nowMs + clearsInMs };
        return Promise.resolve(true);
      },
      clear() {
        if (clipboard.throws) return Promise.reject(new Error("no document"));
        if (!clipboard.refuses) clipboard.text = "";
        return Promise.resolve(!clipboard.refuses);
      },
      forget() {
        clipboard.timer = null;
        return Promise.resolve();
      },
    },
    page: {
      findActiveTab: () => page.findActiveTab(),
      hasSiteAccess: () => page.hasSiteAccess(),
      send(tabId, documentId, type, payload) {
        orders.push({ type, payload, documentId });
        return page.send(tabId, documentId, type, payload);
      },
      showBadge: (tabId, waiting) => Promise.resolve(void badge.set(tabId, waiting)),
      showUnsafe: (isUnsafe) => page.showUnsafe(isUnsafe),
      readSelection: (tabId) => page.readSelection(tabId),
      highlight: (tabId, on) => Promise.resolve(void highlighted.push([tabId, on])),
    },
    otherPage: {
      look: (tabId) => otherPage.look(tabId),
      fill: (...to) => otherPage.fill(...to),
    },
    openPopup() {
      popups += 1;
      return Promise.resolve("popup");
    },
    faults: {
      log(code, thrown) {
        failures++;
        kept.add(describeFault(code, thrown));
      },
      kept,
    },
    publish: (notice) => notices.push(notice),
    ...real,
  };

  const start = () =>
    createBackground(ports, {
      shortestAlarmMs: 30_000,
      isAlarmFirst: false,
      ...options,
    });
  let background = start();

  const browser = {
    copies,
    faults,
    setAside,
    beside,
    written,
    session,
    lasting,
    refusedKeys,
    alarms,
    clipboard,
    notices,
    orders,
    badge,
    marks,
    highlighted,
    popups: () => popups,
    failures: () => failures,
    idle,
    nowMs: () => nowMs,
    background: () => background,
    refuseRemovals: (refuses: boolean) => {
      refusesRemovals = refuses;
    },
    fillDisk: () => {
      isDiskFull = true;
    },
    onWrite: (f: typeof beforeWrite) => {
      beforeWrite = f;
    },
    onRead: (f: typeof beforeRead) => {
      beforeRead = f;
    },
    setDeriveKey: (d: Ports["deriveKey"]) => {
      derive = d;
    },
    setOtherPage: (p: Ports["otherPage"]) => {
      otherPage = p;
    },
    setPage: (p: Partial<typeof page>) => {
      page = { ...page, ...p };
    },
    /** The worker dies and comes back. */
    async wake() {
      kept.remove(kept.all());
      background = start();
      await background.keyring.ready;
    },
    /** The browser ends and starts again. */
    async quit() {
      session.clear();
      alarms.clear();
      await browser.wake();
    },
    /** Time passes; alarms ring in their order, as in `background/main.ts`. */
    async pass(ms: number, isAsleep = false) {
      const until = nowMs + ms;
      if (isAsleep) nowMs = until;
      for (;;) {
        const due = [...alarms]
          .filter(([, a]) => a.whenMs <= until)
          .sort((a, b) => a[1].whenMs - b[1].whenMs)[0];
        if (!due) break;
        const [name, alarm] = due;
        nowMs = Math.max(nowMs, alarm.whenMs);
        if (alarm.everyMs === null) alarms.delete(name);
        else alarms.set(name, { ...alarm, whenMs: nowMs + alarm.everyMs });
        if (name === "clipboard") await background.clipboard.clearIfDue();
        await background.keyring.enforceDeadline();
        if (name === "tick") await background.keyring.tick();
      }
      nowMs = until;
    },
    /** Sets the clock without anything ringing. */
    setClock(ms: number) {
      nowMs = ms;
    },
    /** A request of one of our pages. */
    async ask<T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Result<Value<T>>> {
      const asked = pageRequests.find(type);
      const { place = "" } = { ...payload } as { place?: string };
      const kind = isVaultPlace(place) || (asked && !mayAsk("page", asked)) ? "vault-page" : "page";
      const reply = background.route(envelope("sixtyfour/page", type, payload), { kind });
      return (await (reply ?? fail("internal"))) as Result<Value<T>>;
    },
    /** The same, where only success is expected. */
    async get<T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Value<T>> {
      const reply = await browser.ask(type, payload);
      if (!reply.ok) throw new Error(`${type}: ${reply.error.code}`);
      return reply.value;
    },
  };
  return browser;
}

export type MemoryBrowser = ReturnType<typeof createMemoryBrowser>;
