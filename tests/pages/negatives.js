import { appState, option } from "./app-state.js";
import { chatPanes } from "./chat.js";
import { make, restoreForm } from "./plain-form.js";

function card(title, text, ...fields) {
  return make(
    "div",
    { className: "card", role: "dialog", aria: { label: title } },
    make("h1", {}, title),
    make("p", {}, text),
    ...fields,
  );
}

const field = (label, properties = {}) =>
  make("label", {}, label, make("input", { type: "text", className: "wide", ...properties }));

const boxes = (count, maxLength) =>
  make(
    "div",
    { className: "boxes by16" },
    ...Array.from({ length: count }, () => make("input", { type: "text", maxLength })),
  );

function filledForm() {
  const { card: form, field: input } = restoreForm();
  input.value = "0";
  return form;
}

/** Field by field what must never be offered; the words of the restore form stand on many of them. */
const OTHERS = {
  "phone-number": () =>
    card(
      "Restore your backup with your key",
      "Enter the 64-digit key later.",
      field("Phone number", { type: "tel" }),
    ),
  "phone-text": () =>
    card(
      "Restore your backup with your key",
      "The key has 64 digits.",
      field("Phone number for the key", { autocomplete: "tel-national" }),
    ),
  "link-code": () =>
    card("Link with phone number", "Enter the code on your phone to restore chat history.", boxes(8, 1)),
  password: () =>
    card(
      "Restore your backup",
      "Enter your 64-digit key.",
      field("64-digit key", { type: "password", maxLength: 64 }),
    ),
  "backup-password": () =>
    card("Restore your backup", "Enter your password.", field("Password", { maxLength: 64 })),
  "pdf-password": () =>
    card("This file is protected", "Enter the PDF password.", field("Password", { maxLength: 64 })),
  otp: () => card("Two-step verification", "Enter your PIN to restore your backup.", boxes(6, 1)),
  "one-time-code": () =>
    card(
      "Restore your backup",
      "Enter the code we sent you. After it you need your 64-digit key.",
      field("Verification code", { autocomplete: "one-time-code", maxLength: 64 }),
      field("", { autocomplete: "one-time-code" }),
    ),
  "40-characters": () =>
    card(
      "Restore your backup",
      "Enter your recovery code.",
      field("40-character recovery key", { maxLength: 64 }),
    ),
  "api-token": () => card("API access", "Paste the 64-character token.", field("API key", { maxLength: 64 })),
  hash: () => card("Check a file", "A hash has 64 digits.", field("SHA-256 hash key", { maxLength: 64 })),
  "create-key": () =>
    card(
      "Create your 64-digit encryption key",
      "It will protect your backup.",
      field("64-digit key", { maxLength: 64 }),
    ),
  "create-boxes": () => card("Save your 64-digit key", "Type it again to turn on your backup.", boxes(16, 4)),
  "name-beside-key": () =>
    card(
      "Restore your backup",
      "Keep your 64-digit encryption key at hand.",
      field("Your name", { maxLength: 64 }),
    ),
  "name-of-this-key": () =>
    card(
      "Restore your backup",
      "You have entered your 64-digit encryption key. What shall it be called?",
      field("Name of this key", { maxLength: 64 }),
    ),
  "already-filled": filledForm,
  maxlength: () => card("Profile", "Tell others about you.", field("About", { maxLength: 64 })),
  address: () =>
    card("Business", "Where are you?", ...["Street", "Town", "Region", "Country"].map((name) => field(name))),
  honeypot: () => {
    const trap = field("64-digit encryption key", { maxLength: 64, tabIndex: -1 });
    trap.className = "away";
    return card("Restore your backup", "Enter your 64-digit key on your phone.", trap);
  },
  search: () =>
    card(
      "Search",
      "Restore a backup with a 64-digit key",
      field("64-digit encryption key", { role: "searchbox" }),
    ),
  "app-lock": () =>
    card(
      "App lock",
      "Enter your app lock code to open your chats and backups.",
      field("App lock code", { maxLength: 64 }),
    ),
  "username-key": () =>
    card(
      "Username key",
      "People need your username key to write to you.",
      field("Username key", { maxLength: 64 }),
    ),
  checksum: () =>
    card(
      "Check your backup",
      "Paste the 64-character checksum of the file.",
      field("Checksum", { maxLength: 64 }),
    ),
  "file-hash": () =>
    card("Verify a backup file", "Paste its 64-digit hash.", field("File hash", { maxLength: 64 })),
  "private-key": () =>
    card(
      "Import a wallet",
      "Paste your 64-digit private key to restore it.",
      field("Private key", { maxLength: 64 }),
    ),
  "messenger-recovery-key": () =>
    card(
      "Verify this session",
      "Enter your security key to restore messages.",
      field("Security key", { maxLength: 64 }),
    ),
  "licence-key": () =>
    card("Activate", "Enter the 64-digit key you bought.", field("Licence key", { maxLength: 64 })),
  "wifi-key": () =>
    card("Join a network", "Enter the 64-digit network key.", field("Wi-Fi key", { maxLength: 64 })),
  "message-about-the-key": () => {
    const talk = make("p", {}, "To restore your backup, enter your 64-digit encryption key here.");
    return make("footer", { className: "card" }, talk, field("Type a message", { maxLength: 64 }));
  },
  "field-beside-messages": () =>
    make(
      "section",
      { className: "card" },
      make("h1", {}, "Group"),
      make(
        "div",
        { role: "log" },
        make("p", {}, "To restore your backup, enter your 64-digit encryption key."),
      ),
      make("div", {}, make("input", { type: "text", maxLength: 64 })),
    ),
  chat: () => chatPanes().panes,
};

/**
 * `?only=` shows one of them, as `negatives.show(name)` does later; `?with=form` adds a good form, which must be found
 * among all the others.
 */
export function mount(root) {
  const others = make("div", { className: "others" });
  const show = (...names) => others.replaceChildren(...names.map((name) => OTHERS[name]()));
  window.negatives = { names: Object.keys(OTHERS), show };
  show(...(option("only") ? [option("only")] : window.negatives.names));
  if (option("with") === "form") root.append(restoreForm().card);
  root.append(others);
  appState.key = "";
}
