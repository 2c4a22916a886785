/** Every view of the pages, by name: how to set the background up, and which page to draw where. */
import { fail } from "../../../src/core/errors.ts";
import { placeOf } from "../../../src/core/keyring/vault-record.ts";
import type { PasskeyCeremony, PasskeyFailure } from "../../../src/platform/passkey-ceremony.ts";
import type { KeyReading } from "../../../src/protocol/content-requests.ts";
import type { PopupKind } from "../../../src/ui/pages/popup/popup-frame.tsx";
import { someAccount, TWINS } from "../../support/keyrings.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../fake-api.ts";

export type Scene = {
  page: "popup" | "app" | "vault";
  hash?: (api: FakeApi) => string;
  api: () => FakeApi;
  /** Of the popup; without it the popup over a tab. */
  kind?: PopupKind;
  /** It says that it locks soon, beside what acts say. */
  locksSoon?: boolean;
};

const NEW_YEAR_MS = Date.UTC(2026, 0, 1, 12);
const THIRD_KEY = `${"f".repeat(60)}0123`;
const PASSPHRASE = "correct-horse-battery-staple-sixty";

function withStatus(status: FakeApi["status"]): FakeApi {
  const api = new FakeApi();
  api.status = status;
  api.passphrase = PASSPHRASE;
  return api;
}

function withKeys(): FakeApi {
  const api = withStatus("unlocked");
  const current = api.put(SAMPLE_KEY, {
    label: "Phone in daily use",
    phoneEnding: "42",
    createdAtMs: NEW_YEAR_MS,
    note: "Turned on before the move to the new phone.",
  });
  api.put(OTHER_KEY, {
    origin: "generated",
    createdAtMs: NEW_YEAR_MS - 1e9,
    safe: true,
    label: "Archive disk",
  });
  api.put(THIRD_KEY, {
    label: "Old phone",
    phoneEnding: "42",
    createdAtMs: NEW_YEAR_MS - 2e10,
    supersededBy: current.id,
  });
  return api;
}

function withDeleted(): FakeApi {
  const api = withKeys();
  api.put("1".repeat(64), {
    label: "Tried once",
    createdAtMs: NEW_YEAR_MS - 3e10,
    deletedAtMs: NEW_YEAR_MS,
    erasedAtMs: NEW_YEAR_MS + 30 * 86_400_000,
  });
  return api;
}

/** With passkeys, none of which answers. `null`: the authenticator waits for its user. */
function withPasskeys(api: FakeApi, failure: PasskeyFailure | null = "not-answered"): FakeApi {
  const reply = () => (failure ? Promise.resolve(fail(failure)) : new Promise<never>(() => {}));
  const ceremony: PasskeyCeremony = { create: reply, ask: reply };
  api.passkeys = ceremony;
  api.knownPasskeys = ["Laptop", "A security key that lies in the drawer of the desk in the office", ""].map(
    (name, at) => ({
      id: `${at}`.repeat(32),
      credentialId: "A".repeat(27) + "AEI"[at],
      salt: "A".repeat(43),
      name,
      addedAtMs: NEW_YEAR_MS,
    }),
  );
  return api;
}

function aboutToLock(): FakeApi {
  const api = withKeys();
  api.locksAtMs = api.nowMs() + 30_000;
  return api;
}

/** On the vault page. `entries`: of the vault, each for a key; the second is not verified. */
function atVault(api: FakeApi, entries: 0 | 2 = 0): FakeApi {
  api.asker = "vault-page";
  for (const entry of api.entries.slice(0, entries)) {
    const account = { ...someAccount, entryId: entry.id, name: `olive-tractor-noon-${api.vaults.length}` };
    if (api.vaults.length === 0)
      Object.assign(entry, {
        places: [{ place: placeOf(account), verifiedAtMs: NEW_YEAR_MS, goneAtMs: null }],
      });
    api.vaults.push({ id: `${api.vaults.length}`.repeat(32), text: JSON.stringify(account) });
  }
  return api;
}

/** Two keys of one Key ID and one label. */
function withTwins(): FakeApi {
  const api = withStatus("unlocked");
  for (const hex of TWINS) api.put(hex, { label: "Daily phone", createdAtMs: NEW_YEAR_MS });
  return api;
}

/** No background answers so: the label cannot be drawn, and the page says that it is broken. */
function withBrokenEntry(): FakeApi {
  const api = withStatus("unlocked");
  api.put(SAMPLE_KEY, { label: Symbol("broken") as unknown as string });
  return api;
}

function withOldChecks(): FakeApi {
  const api = withStatus("unlocked");
  const places = ["paper", "keyring-file"].map((place) => ({
    place,
    verifiedAtMs: NEW_YEAR_MS - 1e11,
    goneAtMs: null,
  }));
  api.put(SAMPLE_KEY, {
    label: "Phone in daily use",
    phoneEnding: "42",
    places,
    verifiedPlaces: 2,
    safe: true,
  });
  api.put(OTHER_KEY, { label: "Just added" });
  return api;
}

function atFill(change: (api: FakeApi) => void): () => FakeApi {
  return () => {
    const api = withKeys();
    api.step = "fill";
    change(api);
    return api;
  };
}

const ONE_FIELD = { boxes: 1, digitsPerBox: 64, multiline: false };
const NEW_KEY = "8796a5b4c3d2e1f00f1e2d3c4b5a69780123456789abcdeffedcba9876543210";
const grouped = (hex: string): string => hex.match(/.{4}/g)?.join(" ") ?? "";

function onSite(keyShown: boolean): FakeApi {
  const api = withKeys();
  api.look = { kind: "no-form", keyShown };
  return api;
}

/** At *Add*, as the context menu over a selection opens the popup. */
function adding(reading: KeyReading): () => FakeApi {
  return () => {
    const api = onSite(true);
    api.page = { page: reading, selection: reading };
    api.step = "add";
    return api;
  };
}

const firstKey = (api: FakeApi) => `#key/${api.entries[0]?.id}`;

export const scenes: Record<string, Scene> = {
  "popup-empty": { page: "popup", api: () => withStatus("empty") },
  "popup-locked": { page: "popup", api: () => withStatus("locked") },
  "popup-locked-passkey": { page: "popup", api: () => withPasskeys(withStatus("locked")) },
  "popup-passkey-window": {
    page: "popup",
    kind: "passkey",
    api: () => withPasskeys(withStatus("locked"), null),
  },
  "popup-passkey-failed": { page: "popup", kind: "passkey", api: () => withPasskeys(withStatus("locked")) },
  "popup-passkey-done": { page: "popup", kind: "passkey", api: () => withPasskeys(withKeys()) },
  "popup-damaged": { page: "popup", api: () => withStatus("damaged") },
  "popup-newer": { page: "popup", api: () => withStatus("unsupported-version") },
  "popup-no-keys": { page: "popup", api: () => withStatus("unlocked") },
  "popup-list": { page: "popup", api: withKeys },
  "popup-list-offer": {
    page: "popup",
    api: () => {
      const api = withKeys();
      api.offer();
      return api;
    },
  },
  "popup-list-no-access": {
    page: "popup",
    api: () => {
      const api = withKeys();
      api.look = { kind: "no-access" };
      api.notices = ["copy-healed"];
      return api;
    },
  },
  "popup-fill-first": { page: "popup", api: atFill((api) => api.offer()) },
  "popup-fill": {
    page: "popup",
    api: atFill((api) => {
      api.settings.fillWarningRead = true;
      api.offer();
    }),
  },
  "popup-fill-no-form": {
    page: "popup",
    api: atFill((api) => (api.look = { kind: "no-form", keyShown: false })),
  },
  "popup-fill-ambiguous": {
    page: "popup",
    api: atFill((api) => (api.look = { kind: "ambiguous", keyShown: false })),
  },
  "popup-fill-no-access": { page: "popup", api: atFill((api) => (api.look = { kind: "no-access" })) },
  "popup-fill-reload": {
    page: "popup",
    api: atFill((api) => (api.look = { kind: "reload-page", tabId: 7 })),
  },
  "popup-fill-chosen": {
    page: "popup",
    api: atFill((api) => api.offer({ chosen: true, title: "", shape: ONE_FIELD })),
  },
  "popup-fill-other-code": {
    page: "popup",
    api: atFill((api) => (api.look = { kind: "refused", why: "other-code", chosen: false, keyShown: false })),
  },
  "popup-fill-masked": {
    page: "popup",
    api: atFill((api) => api.offer({ chosen: true, masked: true, shape: ONE_FIELD })),
  },
  "popup-fill-refused-choice": {
    page: "popup",
    api: atFill((api) => (api.look = { kind: "refused", why: "password", chosen: true, keyShown: false })),
  },
  "popup-key-shown": { page: "popup", api: () => onSite(true) },
  "popup-on-site": { page: "popup", api: () => onSite(false) },
  "popup-add-new": { page: "popup", api: adding({ kind: "text", text: grouped(NEW_KEY) }) },
  "popup-add-there": { page: "popup", api: adding({ kind: "text", text: SAMPLE_KEY }) },
  "popup-add-none": { page: "popup", api: adding({ kind: "none" }) },
  "popup-add-several": { page: "popup", api: adding({ kind: "several" }) },
  "popup-add-not-a-key": { page: "popup", api: adding({ kind: "text", text: "Save your key" }) },
  "popup-other-form": {
    page: "popup",
    api: () => {
      const api = withKeys();
      api.other = {
        kind: "form",
        offerId: "0".repeat(32),
        host: "xn--viewer-fsa.example:8443",
        scriptHosts: ["library.example", "visitors.example"],
        shape: ONE_FIELD,
        title: "Decryption key",
        chosen: false,
        masked: false,
      };
      return api;
    },
  },
  "popup-other-unsafe": {
    page: "popup",
    api: () => {
      const api = withKeys();
      api.other = { kind: "unsafe", host: "viewer.example" };
      return api;
    },
  },
  "popup-fill-elsewhere": { page: "popup", api: atFill(() => {}) },
  "app-first-run": { page: "app", api: () => withStatus("empty") },
  "app-locked": { page: "app", api: () => withStatus("locked") },
  "app-locked-passkey": { page: "app", api: () => withPasskeys(withStatus("locked"), null) },
  "app-locked-passkey-failed": { page: "app", api: () => withPasskeys(withStatus("locked")) },
  "app-settings-passkeys": { page: "app", api: () => withPasskeys(withKeys()), hash: () => "#settings" },
  "app-passkeys-dropped": {
    page: "app",
    api: () => {
      const api = withKeys();
      api.notices = ["passkeys-dropped"];
      return api;
    },
  },
  "app-damaged": { page: "app", api: () => withStatus("damaged") },
  "app-newer": { page: "app", api: () => withStatus("unsupported-version") },
  "app-no-keys": { page: "app", api: () => withStatus("unlocked") },
  "app-keys": { page: "app", api: withDeleted },
  "app-locks-soon": { page: "app", api: aboutToLock, locksSoon: true },
  "popup-locks-soon": { page: "popup", api: aboutToLock, locksSoon: true },
  "app-key": { page: "app", api: withDeleted, hash: firstKey },
  "app-storage-trouble": {
    page: "app",
    api: () => {
      const api = withKeys();
      api.notices = ["copy-unreadable"];
      return api;
    },
  },
  "app-key-gone": { page: "app", api: withKeys, hash: () => "#key/none" },
  "app-add": { page: "app", api: withKeys, hash: () => "#add" },
  "app-backups": { page: "app", api: withKeys, hash: () => "#backups" },
  "app-places": { page: "app", api: withKeys, hash: () => "#places" },
  "app-places-reminder": { page: "app", api: withOldChecks, hash: () => "#places" },
  "app-keys-reminder": { page: "app", api: withOldChecks },
  "popup-reminder": { page: "popup", api: withOldChecks },
  "app-places-twins": { page: "app", api: withTwins, hash: () => "#places" },
  "app-twins": { page: "app", api: withTwins },
  "popup-twins": {
    page: "popup",
    api: () => {
      const api = withTwins();
      api.offer();
      return api;
    },
  },
  "app-help": { page: "app", api: withDeleted, hash: () => "#help" },
  "app-broken": { page: "app", api: withBrokenEntry },
  "popup-broken": { page: "popup", api: withBrokenEntry },
  "vault-first-run": { page: "vault", api: () => atVault(withStatus("empty")) },
  "vault-locked": { page: "vault", api: () => atVault(withStatus("locked")) },
  "vault-nothing": { page: "vault", api: () => atVault(withKeys()) },
  "vault-no-keys": { page: "vault", api: () => atVault(withStatus("unlocked")) },
  "vault-entries": { page: "vault", api: () => atVault(withKeys(), 2) },
  "app-settings": { page: "app", api: withKeys, hash: () => "#settings" },
};
