/** The sentences of the panel *In a terminal*. */
import type { TerminalProgram, TerminalQuestion } from "../../../copies/terminal.ts";

export const terminalText = {
  title: "In a terminal",
  hint: "For password managers without a window. The command has the Key ID and the end of the phone number, but no key. Paste the key only when the program asks: a command line stays in the shell's history.",
  program: "Program",
  programs: {
    pass: "pass",
    "keepassxc-cli": "KeePassXC (keepassxc-cli)",
    bw: "Bitwarden (bw)",
    op: "1Password (op)",
  } satisfies Record<TerminalProgram, string>,
  database: "Path of the database",
  databaseHint: "As you would type it in the terminal, for example ~/Passwords.kdbx.",
  databaseMissing: "Type the path of the database first.",
  command: "Command",
  copyCommand: "Copy command",
  copyKey: "Copy key",
  copied: "The command is on the clipboard.",
  run: "Copy the command, paste it into a terminal, and press Enter.",
};

/** What to prepare before running the command. */
export const terminalNeeds: Record<TerminalProgram, string> = {
  pass: "You need a password store. pass init makes one.",
  "keepassxc-cli": "You need a database. If it is open in KeePassXC, save it first.",
  bw: "First sign in with bw login, unlock with bw unlock, and set BW_SESSION as it says.",
  op: "First sign in with op signin.",
};

/** What to do when the command asks. */
export const terminalAnswers: Record<TerminalQuestion, string> = {
  key: "When it asks for the new password or the 64-digit key, choose Copy key here. Paste it there and press Enter. The terminal does not show it.",
  "key-again": "When it asks again, paste the key again and press Enter.",
  "database-password": "When it asks for the database's password, type it and press Enter.",
};
