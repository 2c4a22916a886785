/** The services put together over the ports: what the worker is, without a browser. */
import { toBase64 } from "../core/bytes.ts";
import { fail, ok } from "../core/errors.ts";
import { isKeptNote, saveVaultNote } from "../core/keyring/opened-keyring.ts";
import { forgetPlace, isVaultPlace } from "../core/keyring/verified-places.ts";
import { orCannotDerive } from "../core/sealed/kdf.ts";
import type { PopupStep } from "../protocol/page.ts";
import { createClipboardService } from "./clipboard/clipboard-service.ts";
import { createFaultService } from "./fault-service.ts";
import { createChooseService } from "./fill/choose-service.ts";
import { createFillService } from "./fill/fill-service.ts";
import { createKeyReader } from "./fill/key-reader.ts";
import { createOtherPageService } from "./fill/other-page-service.ts";
import { createPopupStep } from "./fill/popup-step.ts";
import { markUnsafe } from "./fill/unsafe-mark.ts";
import { createWaitingNews } from "./fill/waiting-news.ts";
import { createEntryService } from "./keyring/entry-service.ts";
import { createKeyTestService } from "./keyring/key-test-service.ts";
import { createKeyringService, type KeyringService } from "./keyring/keyring-service.ts";
import { createPlaceService } from "./keyring/place-service.ts";
import { createWaysService } from "./keyring/ways-service.ts";
import { createWholeKeyringService } from "./keyring/whole-keyring-service.ts";
import type { Ports } from "./ports.ts";
import { type ContentHandlers, createRouter, type PageHandlers } from "./router.ts";

export type BackgroundOptions = {
  /** The browser's shortest alarm. */
  shortestAlarmMs: number;
  /** Nothing but the alarm clears the clipboard (Firefox). */
  isAlarmFirst: boolean;
};

export function createBackground(ports: Ports, options: BackgroundOptions) {
  const keyring: KeyringService = createKeyringService({
    ...ports,
    publish(notice) {
      markUnsafe(keyring, ports);
      ports.publish(notice);
    },
  });
  const entries = createEntryService(keyring, ports.nowMs);
  const clipboard = createClipboardService(ports, options);
  const fill = createFillService(ports, keyring, entries);
  const keyTests = createKeyTestService(keyring, entries, ports.nowMs);
  const places = createPlaceService(keyring, entries, clipboard, ports.nowMs);
  const ways = createWaysService(keyring, ports);
  const whole = createWholeKeyringService(keyring, ports);
  const faults = createFaultService(ports);
  const popupStep = createPopupStep(ports);
  const isNews = createWaitingNews();
  const choice = createChooseService(ports);
  const reader = createKeyReader(ports);
  const otherPage = createOtherPageService(ports, keyring, entries);

  /** Within a user's act, the popup first of all: Firefox forgets the act after the first wait. */
  async function openAt(step: PopupStep): Promise<void> {
    const opening = ports.openPopup();
    await popupStep.ask(step);
    if ((await opening) === "window") ports.publish("step");
  }

  const handlers: PageHandlers = {
    "keyring.state": async () => {
      await keyring.lookAtDamage();
      return ok(keyring.state());
    },
    "keyring.create": ({ passphrase }) => orCannotDerive(keyring.create(passphrase)),
    "keyring.unlock": ways.unlock,
    "keyring.unlock-by-passkey": ways.unlockByPasskey,
    "keyring.lock": async () => {
      await keyring.lock();
      return ok({});
    },
    "keyring.export": async () => {
      const [sealed] = await keyring.exportSealed();
      return sealed ? ok({ sealed: toBase64(sealed) }) : fail("no-keyring");
    },
    "keyring.export-all": async () => ok({ sealed: (await keyring.exportSealed()).map(toBase64) }),
    "keyring.write-export": (payload) => orCannotDerive(whole.writeExport(payload)),
    "keyring.merge": whole.merge,
    "keyring.last-merge": whole.lastMerge,
    "keyring.undo-merge": whole.undoMerge,
    "keyring.vault-addresses": whole.vaultAddresses,
    "keyring.set-aside": ({ seen }) => keyring.setAside(seen),
    "keyring.use": () => ok({}),
    "passphrase.change": ways.changePassphrase,
    "passphrase.check": ways.check,
    "passkey.list": ways.list,
    "passkey.add": ways.add,
    "passkey.remove": ways.remove,
    "entry.list": entries.list,
    "entry.find": entries.find,
    "entry.generate": entries.generate,
    "entry.add": entries.add,
    "entry.edit": entries.edit,
    "entry.mark": entries.mark,
    "entry.delete": entries.delete,
    "entry.restore": entries.restore,
    "entry.erase": entries.erase,
    "key.reveal": ({ id }) => entries.reveal(id),
    "key.copy": async ({ id }) => {
      const key = entries.reveal(id);
      const current = keyring.read();
      if (!key.ok) return key;
      return current.ok ? clipboard.copy(key.value.hex, current.value.settings.clipboardSeconds) : current;
    },
    "clipboard.taken": async ({ isKey }) => {
      await clipboard.taken(isKey);
      return ok({});
    },
    "settings.save": entries.saveSettings,
    "backup.test": keyTests.test,
    "backup.derive": keyTests.derive,
    // A record in a vault is the vault page's business, and every other place is not.
    "place.verify": (payload, page) =>
      isVaultPlace(payload.place) === (page === "vault-page")
        ? places.verify(payload)
        : fail("refused-sender"),
    "place.verify-file": places.verifyFile,
    "place.forget": async ({ id, place }) => {
      const stored = await keyring.change<never>((k) => ok(forgetPlace(k, id, place, ports.nowMs())));
      return stored.ok ? ok({}) : stored;
    },
    "vault.list": () => {
      const current = keyring.read();
      return current.ok ? ok(current.value.vaults.filter(isKeptNote)) : current;
    },
    "vault.save": async (note) => {
      const stored = await keyring.change((k) => saveVaultNote(k, note));
      return stored.ok ? ok({}) : stored;
    },
    "fault.collect": faults.collect,
    "popup.step": async () => ok({ step: await popupStep.take() }),
    "popup.keep-step": async ({ step }) => {
      await popupStep.ask(step);
      return ok({});
    },
    "field.choose": choice.start,
    "key.read": ({ from }) => reader.read(from),
    "other.look": async () => ok(await otherPage.look()),
    "other.fill": ({ offerId, entryId, host }) => otherPage.fill(offerId, entryId, host),
    "fill.look": async () => ok(await fill.look()),
    "fill.run": ({ offerId, entryId }) => fill.run(offerId, entryId),
  };

  const contentHandlers: ContentHandlers = {
    "page.waiting": async (waiting, sender) => {
      // A popup that is open hears of it, even where the tab has closed and takes no badge.
      ports.publish(isNews(waiting, sender) ? "look" : "change");
      await ports.page.showBadge(sender.tabId, waiting);
    },
    "form.report": ({ lookId, report, keyShown }, sender) =>
      fill.reported(lookId, { report, keyShown }, sender),
    "key.report": ({ lookId, report }, sender) => reader.reported(lookId, report, sender),
    "field.chosen": async ({ chosen }, { tabId }) => {
      if ((await choice.ended(tabId)) && chosen) await openAt("fill");
      ports.publish("look");
    },
  };

  const onFailure = (reason: unknown) => ports.faults.log("handler-failed", reason);
  return {
    keyring,
    clipboard,
    keepFaults: faults.keep,
    openAt,
    route: createRouter({ keyring, clipboard, handlers, contentHandlers, onFailure }),
  };
}
