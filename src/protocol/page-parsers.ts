/**
 * Parsers of what our pages may ask: null refuses. Pages are ours, their payloads are checked all the same.
 */

import { faultsSchema } from "../core/fault.ts";
import {
  isPhoneEnding,
  LONGEST_LABEL,
  LONGEST_NOTE,
  settingsSchema,
  vaultNoteSchema,
} from "../core/keyring/opened-keyring.ts";
import { read } from "../core/schema.ts";
import { isPassphraseLength, LONGEST_PASSPHRASE } from "../core/sealed/passphrase.ts";
import { exactly, isId, isKeyHex, isRecord, isText, isTime } from "../core/shapes.ts";
import { parseDerive, parseProve } from "./backup-parsers.ts";
import { parseCopyForget, parseCopyProve } from "./copy-parsers.ts";
import type { PageRequestType, Payload } from "./page.ts";

type Parser<T> = (payload: unknown) => T | null;

/** Longest base64 of a sealed keyring (4 MiB of bytes), and of the body of an exported one (16 MiB). */
const LONGEST_SEALED_TEXT = 5_592_408;
const LONGEST_BODY_TEXT = 22_369_624;
/** 253 characters of a host, its port, and room for what was typed wrong. */
const LONGEST_HOST = 400;

const nothing: Parser<Record<string, never>> = (p) =>
  isRecord(p) && Object.keys(p).length === 0 ? {} : null;

const idOnly: Parser<{ id: string }> = (payload) => {
  const p = exactly(payload, "id");
  return p && isId(p.id) ? { id: p.id } : null;
};

const sealedOnly: Parser<{ sealed: string }> = (payload) => {
  const p = exactly(payload, "sealed");
  return p && isText(p.sealed, LONGEST_SEALED_TEXT) ? { sealed: p.sealed } : null;
};

/** A passphrase that is being chosen: of a sane length. One that is tried may be anything short of absurd. */
const newPassphrase = (value: unknown): value is string =>
  typeof value === "string" && isPassphraseLength(value);
const triedPassphrase = (value: unknown): value is string => isText(value, LONGEST_PASSPHRASE * 4);

const newPassphraseOnly: Parser<{ passphrase: string }> = (payload) => {
  const p = exactly(payload, "passphrase");
  return p && newPassphrase(p.passphrase) ? { passphrase: p.passphrase } : null;
};

function textFields(
  p: Record<"label" | "phoneEnding", unknown>,
): { label: string; phoneEnding: string } | null {
  const { label, phoneEnding } = p;
  return isText(label, LONGEST_LABEL) && isText(phoneEnding, 4) && isPhoneEnding(phoneEnding)
    ? { label, phoneEnding }
    : null;
}

export const pageParsers: { [T in PageRequestType]: Parser<Payload<T>> } = {
  "keyring.state": nothing,
  "keyring.create": newPassphraseOnly,
  "keyring.unlock": (payload) => {
    const p = exactly(payload, "passphrase");
    return p && triedPassphrase(p.passphrase) ? { passphrase: p.passphrase } : null;
  },
  "keyring.lock": nothing,
  "keyring.export": nothing,
  "keyring.import": sealedOnly,
  "keyring.export-all": nothing,
  "keyring.write-export": newPassphraseOnly,
  "keyring.merge": (payload) => {
    const p = exactly(payload, "body", "atMs");
    return p && isText(p.body, LONGEST_BODY_TEXT) && isTime(p.atMs) ? { body: p.body, atMs: p.atMs } : null;
  },
  "keyring.set-aside": nothing,
  "keyring.use": nothing,
  "passphrase.change": (payload) => {
    const p = exactly(payload, "current", "next");
    return p && triedPassphrase(p.current) && newPassphrase(p.next)
      ? { current: p.current, next: p.next }
      : null;
  },
  "entry.list": nothing,
  "entry.generate": (payload) => {
    const p = exactly(payload, "label", "phoneEnding");
    return p && textFields(p);
  },
  "entry.add": (payload) => {
    const p = exactly(payload, "hex", "label", "phoneEnding", "replaces");
    const fields = p && textFields(p);
    if (!fields || !isKeyHex(p.hex)) return null;
    const { hex, replaces } = p;
    return replaces === null || isId(replaces) ? { hex, replaces, ...fields } : null;
  },
  "entry.edit": (payload) => {
    const p = exactly(payload, "id", "label", "phoneEnding", "note");
    const fields = p && textFields(p);
    return fields && isId(p.id) && isText(p.note, LONGEST_NOTE)
      ? { id: p.id, note: p.note, ...fields }
      : null;
  },
  "entry.delete": idOnly,
  "entry.restore": idOnly,
  "key.reveal": idOnly,
  "key.copy": idOnly,
  "clipboard.taken": nothing,
  "settings.save": (payload) => read(settingsSchema, payload),
  "backup.prove": parseProve,
  "backup.derive": parseDerive,
  "copy.prove": parseCopyProve,
  "copy.forget": parseCopyForget,
  "vault.list": nothing,
  "vault.save": (payload) => read(vaultNoteSchema, payload),
  "fault.collect": (payload) => {
    const p = exactly(payload, "faults");
    const faults = p && read(faultsSchema, p.faults);
    return faults && { faults };
  },
  "popup.step": nothing,
  "field.choose": nothing,
  "key.read": (payload) => {
    const p = exactly(payload, "from");
    return p && (p.from === "page" || p.from === "selection") ? { from: p.from } : null;
  },
  "other.look": nothing,
  "other.fill": (payload) => {
    const p = exactly(payload, "offerId", "entryId", "host");
    return p && isId(p.offerId) && isId(p.entryId) && isText(p.host, LONGEST_HOST)
      ? { offerId: p.offerId, entryId: p.entryId, host: p.host }
      : null;
  },
  "fill.look": nothing,
  "fill.run": (payload) => {
    const p = exactly(payload, "offerId", "entryId");
    return p && isId(p.offerId) && isId(p.entryId) ? { offerId: p.offerId, entryId: p.entryId } : null;
  },
};

export function isPageRequestType(type: string): type is PageRequestType {
  return Object.hasOwn(pageParsers, type);
}
