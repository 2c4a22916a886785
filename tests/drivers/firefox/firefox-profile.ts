/** A Firefox profile on disk: its preferences, and our add-on inside it as an installed one. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { crc32 } from "node:zlib";

export type Prefs = Record<string, string | number | boolean>;

const COMMON_PREFS: Prefs = {
  // WebDriver would set some hundred preferences of its own, among them: no session restore, no saving of
  // passwords. These are what we come to test, so its list is off and the needed part of it stands here.
  "remote.prefs.recommended": false,
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  // The list of downloads opens at the first, or at each, and takes the focus from the page.
  "browser.download.alwaysOpenPanel": false,
  "browser.download.panel.shown": true,
  "browser.newtab.preload": false,
  "browser.newtabpage.activity-stream.feeds.system.topsites": false,
  "browser.newtabpage.activity-stream.feeds.system.topstories": false,
  "browser.newtabpage.activity-stream.feeds.topsites": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "browser.tabs.warnOnClose": false,
  "browser.warnOnQuit": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.usage.uploadEnabled": false,
  "dom.input_events.security.minNumTicks": 0,
  "dom.input_events.security.minTimeElapsedInMS": 0,
  "dom.ipc.processPrelaunch.enabled": false,
  // A process that no tab needs any more stays for the next one: to start one costs half a second.
  "dom.ipc.processReuse.unusedGraceMs": 60_000,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "termsofuse.bypassNotification": true,
  "toolkit.startup.max_resumed_crashes": -1,
  "toolkit.telemetry.enabled": false,
  // An unsigned add-on found in the profile is installed and switched on (ESR allows both).
  "xpinstall.signatures.required": false,
  "extensions.autoDisableScopes": 0,
  "extensions.startupScanScopes": 1,
  // Session restore as the user has it after a crash, but written every 2 s instead of every 15 s.
  "browser.sessionstore.resume_from_crash": true,
  "browser.sessionstore.max_resumed_crashes": -1,
  "browser.sessionstore.interval": 2000,
  "browser.sessionstore.interval.idle": 2000,
};

/** Which add-on: its directory as built, its id, and the host of its `moz-extension:` pages. */
export type AddOn = { directory: string; id: string; host: string };

export function readAddOn(directory: string): AddOn {
  const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`no gecko id in ${directory}/manifest.json`);
  return { directory, id, host: hostOf(id) };
}

/** A UUID that is the same in every run, so that the addresses of the add-on's pages are known beforehand. */
function hostOf(id: string): string {
  const hex = createHash("sha256").update(id).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** Of add-ons that a test has added by hand, as the browser has written them down. */
function storedHosts(profile: string): Record<string, string> {
  const file = join(profile, "prefs.js");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const [, written] = /^user_pref\("extensions\.webextensions\.uuids", (".*")\);$/m.exec(text) ?? [];
  return written === undefined ? {} : JSON.parse(JSON.parse(written));
}

/** Writes preferences and add-ons before a start; what the browser keeps in the profile stays as it is. */
export function prepareProfile(profile: string, addOns: AddOn[], prefs: Prefs): void {
  const ours = Object.fromEntries(addOns.map((addOn) => [addOn.id, addOn.host]));
  const hosts = { ...storedHosts(profile), ...ours };
  const all = { ...COMMON_PREFS, "extensions.webextensions.uuids": JSON.stringify(hosts), ...prefs };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), `${lines.join("\n")}\n`);
  mkdirSync(join(profile, "extensions"), { recursive: true });
  for (const addOn of addOns)
    writeFileSync(join(profile, "extensions", `${addOn.id}.xpi`), packXpi(addOn.directory));
}

/**
 * A ZIP of a directory, entries stored without compression, all dates 1980-01-01.
 * APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record).
 */
export function packXpi(directory: string): Buffer {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(relative(directory, file).replaceAll("\\", "/"));
    const data = readFileSync(file);
    // From "version needed" to "extra length": the part that both headers share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(0x0021, 8);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\x03\x04"), shared, name, data);
    central.push(Buffer.from("PK\x01\x02\x14\0"), shared, place, name);
    offset += 30 + name.length + data.length;
  }
  const directoryBytes = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directoryBytes, end]);
}
