/** The real {@link Api}: the background answers, the browser does the rest. */

import type { DeriveKey } from "../core/sealed/kdf.ts";
import { extensionVersion } from "../platform/extension-version.ts";
import { logged } from "../platform/log.ts";
import { onBackgroundMessage, sendToBackground } from "../platform/messaging.ts";
import { passkeyCeremony } from "../platform/passkey-ceremony.ts";
import { readShortcuts } from "../platform/shortcuts.ts";
import {
  onPageInFront,
  openAppTab,
  openPasskeyWindow,
  openPopupWindow,
  openRestoreSite,
  openVaultPage,
  reloadTab,
  requestSiteAccess,
  returnToPopup,
} from "../platform/tabs.ts";
import { parseEnvelope, parseReply } from "../protocol/envelope.ts";
import { NOTICES } from "../protocol/page.ts";
import { type PageRequestType, pageRequests } from "../protocol/page-requests.ts";
import { stretchings } from "../vault-client/stretchings.ts";
import type { Api } from "./api.ts";

/** Long enough for the browser to have taken the bytes, short enough not to keep them. */
const DOWNLOAD_HOLD_MS = 10_000;

function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_HOLD_MS);
}

/** The popup and most tabs never open a file: Argon2 is loaded when one is. */
const deriveLate: DeriveKey = async (...given) =>
  (await import("../core/sealed/derive-key.ts")).deriveKey(...given);

/** Does asking twice do no more than asking once? */
function isReading(type: PageRequestType): boolean {
  const request = pageRequests.find(type);
  return request !== undefined && !request.isUse && !request.changesState;
}

export function createBackgroundApi(): Api {
  return {
    async ask(type, payload) {
      const send = () => sendToBackground("sixtyfour/page", type, payload).catch(() => undefined);
      const reply = await send();
      // A worker that dies takes with it what it was asked. The second message starts another one.
      const isLost = reply === undefined && isReading(type);
      return parseReply(isLost ? await send() : reply);
    },
    onNotice(listener) {
      // Another page in front is to be looked at; the background need not wake for it.
      const stopTabs = onPageInFront(() => listener("look"));
      const stopMessages = onBackgroundMessage((raw) => {
        const message = parseEnvelope(raw);
        const notice = NOTICES.find((name) => name === message?.type);
        if (message?.protocol === "sixtyfour/notice" && notice !== undefined) listener(notice);
        return undefined;
      });
      return () => {
        stopTabs();
        stopMessages();
      };
    },
    openApp: openAppTab,
    openVault: openVaultPage,
    async popOut() {
      await openPopupWindow();
      window.close(); // Firefox would leave the action popup open over it
    },
    passkeys: passkeyCeremony(),
    async openPasskeyWindow(step) {
      await openPasskeyWindow(step);
      window.close();
    },
    returnToPopup,
    closePopup: () => window.close(),
    reloadPage: () => location.reload(),
    reloadTab,
    openRestoreSite,
    requestSiteAccess,
    saveFile,
    shortcuts: readShortcuts,
    deriveKey: (...given) => logged("derivation-failed", deriveLate(...given)),
    stretchings,
    nowMs: () => Date.now(),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    version: extensionVersion(),
  };
}
