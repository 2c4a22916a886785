/** What the panel *In a terminal* says. */
import type { TerminalProgram, TerminalQuestion } from "../../../copies/terminal.ts";

export const terminalText = {
  title: "In a terminal",
  hint: "For password managers without a window. The command holds no key, only its fingerprint and the phone number's ending. Paste the key only where the program asks for it: in a command line it would stay in the shell's history.",
  program: "Program",
  programs: {
    pass: "pass",
    "keepassxc-cli": "KeePassXC (keepassxc-cli)",
    bw: "Bitwarden (bw)",
    op: "1Password (op)",
  } satisfies Record<TerminalProgram, string>,
  database: "Path of the database",
  databaseHint: "As you would type it there, for instance ~/Passwords.kdbx.",
  databaseMissing: "Type the path of the database first.",
  command: "Command",
  copyCommand: "Copy the command",
  copyKey: "Copy the key",
  copied: "The command is on the clipboard.",
  run: "Copy the command, paste it into a terminal, and press Enter.",
};

/** What must be so before the command is run. */
export const terminalNeeds: Record<TerminalProgram, string> = {
  pass: "The password store must be there: pass init makes one.",
  "keepassxc-cli": "The database must be there, and saved if it is open in KeePassXC.",
  bw: "Sign in and unlock first: bw login, then bw unlock, and set BW_SESSION as it says.",
  op: "Sign in first: op signin.",
};

/** What to do at each question, in the order in which they come. */
export const terminalAnswers: Record<TerminalQuestion, string> = {
  key: "It asks for the new password or the 64-digit key: press Copy the key here, paste it there, and press Enter. Nothing of it is shown.",
  "key-again": "It asks for the same once more: paste again, and press Enter.",
  "database-password": "It asks for the database's own password: type it, and press Enter.",
};
