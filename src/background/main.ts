/** The background's start: every listener at once, so that the event that woke the worker is heard. */
import { deriveKey } from "../core/sealed/derive-key.ts";
import { findActiveTab, followFocus, recallFocus } from "../platform/active-tab.ts";
import { alarms, onAlarm, SHORTEST_ALARM_MS } from "../platform/alarms.ts";
import { clipboard, isClipboardClearedByTimer } from "../platform/clipboard.ts";
import {
  hasSiteAccess,
  highlight,
  readSelection,
  sendToContent,
  showBadge,
  showUnsafe,
} from "../platform/content-frame.ts";
import { localised, onBrowserStart, onInstalled, publish } from "../platform/lifecycle.ts";
import { isIdle, onAway, onLastWindowClosed } from "../platform/lock-events.ts";
import { faults, log, logged, logUncaught, whenLogged } from "../platform/log.ts";
import { onMessage } from "../platform/messaging.ts";
import { otherPage } from "../platform/other-page.ts";
import { createMenus, onFillShortcut, onMenu, openPopup } from "../platform/popup.ts";
import { identifySender } from "../platform/sender.ts";
import {
  closeStorageToContentScripts,
  lastingStorage,
  sealedStorage,
  sessionStorage,
} from "../platform/storage.ts";
import { openAppTab } from "../platform/tabs.ts";
import { removeUnfinished } from "../platform/unfinished-files.ts";
import { createBackground } from "./compose.ts";

const background = createBackground(
  {
    nowMs: () => Date.now(),
    deriveKey: (...given) => logged("derivation-failed", deriveKey(...given)),
    sealed: sealedStorage,
    session: sessionStorage,
    lasting: lastingStorage,
    alarms,
    idle: { isIdle },
    clipboard,
    page: {
      findActiveTab,
      send: sendToContent,
      hasSiteAccess,
      showBadge: (tabId, { form, key }) =>
        showBadge(tabId, form || key, localised(form ? "formWaits" : key ? "keyShown" : "name")),
      showUnsafe: (isUnsafe) => showUnsafe(localised(isUnsafe ? "keyUnsafe" : "name"), isUnsafe),
      readSelection,
      highlight,
    },
    otherPage,
    faults: { log, kept: faults },
    openPopup,
    publish,
  },
  {
    shortestAlarmMs: SHORTEST_ALARM_MS,
    isAlarmFirst: !isClipboardClearedByTimer,
  },
);
const { keyring } = background;

// Its own failure is not logged: that would call it again.
whenLogged(() => void background.keepFaults().catch(() => undefined));
logUncaught();

/** What an event of the browser starts: nobody waits for it. */
function start(work: Promise<unknown>): void {
  work.catch((reason) => log("event-failed", reason));
}

async function clearClipboardIfDue(): Promise<void> {
  if (!(await background.clipboard.clearIfDue())) log("clipboard-clear-failed");
}

onMessage((raw, sender) => background.route(raw, identifySender(sender)));
onAlarm((name) => {
  if (name === "clipboard") start(clearClipboardIfDue());
  if (name === "lock") start(keyring.enforceDeadline());
  if (name === "tick") start(keyring.enforceDeadline().then(() => keyring.tick()));
});
onAway(
  () => start(keyring.lock()),
  () => start(keyring.enforceDeadline(true)),
);
onLastWindowClosed(() => start(keyring.lock()));
onFillShortcut(() => start(background.openAt("fill")));
onMenu((step) => start(background.openAt(step)));
followFocus(() => publish("look"));
onInstalled((isFirst) => {
  start(createMenus({ fill: localised("fillMenu"), add: localised("addMenu") }));
  if (isFirst) start(openAppTab(""));
});
// Being called is all: opened files that a crash left lie there until the background has run.
onBrowserStart(() => undefined);

start(closeStorageToContentScripts());
removeUnfinished().catch((reason) => log("unfinished-files-stay", reason));
start(recallFocus());
start(keyring.enforceDeadline());
start(clearClipboardIfDue());
