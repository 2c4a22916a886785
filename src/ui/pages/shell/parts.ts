import type { IconName } from "../../kit/icon.tsx";
import { hashes } from "../../routes.ts";
import type { Messages } from "../../text/use-text.ts";

type Part = {
  name: "keys" | "backups" | "places" | "vault" | "help" | "settings";
  icon: IconName;
  title: (messages: Messages) => string;
  /** Where in the full tab; null: the vault's page, a document of its own. */
  hash: string | null;
};

export type PartName = Part["name"];

/** The parts of Sixtyfour, in the order in which every page of ours shows them. */
export const PARTS: readonly Part[] = [
  { name: "keys", icon: "keys", title: ({ words }) => words.keys, hash: hashes.keys },
  { name: "backups", icon: "backups", title: ({ tabWords }) => tabWords.backups, hash: hashes.backups },
  { name: "places", icon: "places", title: ({ tabWords }) => tabWords.places, hash: hashes.places },
  { name: "vault", icon: "vault", title: ({ tabWords }) => tabWords.vault, hash: null },
  { name: "help", icon: "help", title: ({ tabWords }) => tabWords.help, hash: hashes.help },
  { name: "settings", icon: "settings", title: ({ press }) => press.settings, hash: hashes.settings },
];
