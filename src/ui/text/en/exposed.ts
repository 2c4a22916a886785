/** A key that others may have seen. */

export const exposedText = {
  badge: "Exposed",
  mark: "Mark as exposed",
  marked: "Marked as exposed.",
  unmark: "Remove this mark",
  unmarked: "Mark removed.",
  title: "Others may have seen this key",
  /** Of a key from WhatsApp. */
  next: "Turn encrypted backup off and on again in WhatsApp. Add the new key here, then back up at once.",
  /** A new key has replaced it. */
  replaced: "A newer key has replaced it. Delete old backups you no longer need: this key opens them.",
  /** Of a generated key. */
  generated: "Encrypt your files again with a new key. Then delete the old encrypted files.",
};
