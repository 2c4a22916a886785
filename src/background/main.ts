/** The background's start: every listener at once, so that the event that woke the worker is heard. */
import { findActiveTab, followFocus, recallFocus } from "../platform/active-tab.ts";
import { alarms, onAlarm, SHORTEST_ALARM_MS } from "../platform/alarms.ts";
import { clipboard, isClipboardClearedByTimer } from "../platform/clipboard.ts";
import { hasSiteAccess, sendToContent, showBadge } from "../platform/content-frame.ts";
import { localised, onBrowserStart, onInstalled, publish } from "../platform/lifecycle.ts";
import { onLastWindowClosed, onSystemLock, setIdleMinutes } from "../platform/lock-events.ts";
import { log } from "../platform/log.ts";
import { onMessage } from "../platform/messaging.ts";
import { createFillMenu, onFillMenu, onFillShortcut, openPopup } from "../platform/popup.ts";
import { identifySender } from "../platform/sender.ts";
import { closeStorageToContentScripts, sealedStorage, sessionStorage } from "../platform/storage.ts";
import { openAppTab } from "../platform/tabs.ts";
import { removeUnfinished } from "../platform/unfinished-files.ts";
import { createBackground } from "./background.ts";

const background = createBackground(
  {
    nowMs: () => Date.now(),
    sealed: sealedStorage,
    session: sessionStorage,
    alarms,
    idle: { setMinutes: setIdleMinutes },
    clipboard,
    page: {
      findActiveTab,
      send: sendToContent,
      hasSiteAccess,
      showBadge: (tabId, waiting) => showBadge(tabId, waiting, localised(waiting ? "formWaits" : "name")),
    },
    publish,
  },
  {
    shortestAlarmMs: SHORTEST_ALARM_MS,
    isAlarmFirst: !isClipboardClearedByTimer,
    onFailure: () => log("handler-failed"),
  },
);
const { keyring } = background;

async function clearClipboardIfDue(): Promise<void> {
  if (!(await background.clipboard.clearIfDue())) log("clipboard-clear-failed");
}

function openAtFill(): void {
  // First of all the popup: Firefox forgets the user's act after the first wait.
  const opening = openPopup();
  void background.popupStep.ask("fill").then(async () => {
    if ((await opening) === "window") publish("step");
  });
}

onMessage((raw, sender) => background.route(raw, identifySender(sender)));
onAlarm((name) => {
  if (name === "clipboard") void clearClipboardIfDue();
  if (name === "lock") void keyring.enforceDeadline();
  if (name === "tick") void keyring.enforceDeadline().then(() => keyring.tick());
});
onSystemLock(() => void keyring.lock());
onLastWindowClosed(() => void keyring.lock());
onFillShortcut(openAtFill);
onFillMenu(openAtFill);
followFocus();
onInstalled((isFirst) => {
  void createFillMenu(localised("fillMenu"));
  if (isFirst) void openAppTab("");
});
// Being called is all: opened files that a crash left lie there until the background has run.
onBrowserStart(() => undefined);

void closeStorageToContentScripts();
void removeUnfinished().catch(() => log("unfinished-files-stay"));
void recallFocus();
void keyring.enforceDeadline().catch(() => log("start-failed"));
void clearClipboardIfDue();
