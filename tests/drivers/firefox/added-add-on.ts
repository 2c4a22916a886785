/**
 * A Firefox in which a person adds ours by hand: for a while in about:debugging, or from a file, which Firefox
 * ESR and Developer Edition take unsigned. The driver's own add-on lies in the profile at each start.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../page.ts";
import { BidiPage } from "./bidi-page.ts";
import { Firefox } from "./firefox.ts";
import { packXpi, readAddOn } from "./firefox-profile.ts";

const MANAGER = `ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs").AddonManager`;

export class AddedAddOn {
  #firefox: Firefox | undefined;

  /** @param own - the driver's add-on: it wants one. @param prefs - the user's own. */
  constructor(
    private readonly profile: string,
    private readonly own: string,
    private readonly prefs: Record<string, boolean> = {},
  ) {}

  async start(): Promise<void> {
    if (this.#firefox) await this.#firefox.relaunch();
    else this.#firefox = await Firefox.launch({ addOn: this.own, profile: this.profile, prefs: this.prefs });
  }

  async quit(): Promise<void> {
    await this.#firefox?.quit();
  }

  /** *Load Temporary Add-on* with the folder's manifest. */
  async addForAWhile(folder: string): Promise<void> {
    await this.#run(`${MANAGER}.installTemporaryAddon(${fileAt(folder)}).then(() => true)`);
  }

  /** *Install Add-on From File*, with the folder in a ZIP as a release has it; again is an update. */
  async addFromFile(folder: string): Promise<void> {
    const zip = join(this.profile, "sixtyfour-firefox.zip");
    writeFileSync(zip, packXpi(folder));
    await this.#run(`(async () => {
      const install = await ${MANAGER}.getInstallForFile(${fileAt(zip)}, "application/x-xpinstall");
      await install.install();
      return true;
    })()`);
  }

  /** The user's *Remove* in about:addons. */
  async remove(folder: string): Promise<void> {
    await this.#run(`(async () => {
      await (await ${MANAGER}.getAddonByID(${JSON.stringify(readAddOn(folder).id)})).uninstall();
      return true;
    })()`);
  }

  /** The origin of its pages; null: it is not there. */
  origin(folder: string): Promise<string | null> {
    const id = JSON.stringify(readAddOn(folder).id);
    return this.#run<string | null>(`(() => {
      const policy = WebExtensionPolicy.getByID(${id});
      return policy?.active ? "moz-extension://" + policy.mozExtensionHostname : null;
    })()`);
  }

  async open(url: string): Promise<Page> {
    if (!this.#firefox) throw new Error("not started");
    return new BidiPage(this.#firefox.bidi, (await this.#firefox.newPage(url)).context);
  }

  #run<T>(expression: string): Promise<T> {
    if (!this.#firefox) throw new Error("not started");
    return this.#firefox.window.evaluate<T>(expression);
  }
}

const fileAt = (path: string) => `await IOUtils.getFile(${JSON.stringify(path)})`;
