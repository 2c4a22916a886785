/** The parser of what pages say about copies. */
import { isCopyPlace } from "../core/keyring/proven-copies.ts";
import { exactly, isId, isKeyHex, isRecord, isText } from "../core/shapes.ts";
import type { CopyEvidence, Payload } from "./page.ts";

const GROUPS = 16;

type Group = { at: number; digits: string };

function parseGroup(raw: unknown): Group | null {
  const g = exactly(raw, "at", "digits");
  const isGroup =
    g && Number.isInteger(g.at) && (g.at as number) >= 0 && (g.at as number) < GROUPS && isText(g.digits, 4);
  return isGroup && /^[0-9a-f]{4}$/.test(g.digits as string) ? (g as Group) : null;
}

function parseEvidence(raw: unknown): CopyEvidence | null {
  if (!isRecord(raw)) return null;
  if (raw["kind"] === "key") {
    const e = exactly(raw, "kind", "hex");
    return e && isKeyHex(e.hex) ? { kind: "key", hex: e.hex } : null;
  }
  const e = exactly(raw, "kind", "groups");
  if (e?.kind !== "groups" || !Array.isArray(e.groups) || e.groups.length !== 2) return null;
  const [one, two] = e.groups.map(parseGroup);
  return one && two && one.at !== two.at ? { kind: "groups", groups: [one, two] } : null;
}

/** Two groups prove paper alone: what can be pasted is compared whole. */
export function parseCopyProve(payload: unknown): Payload<"copy.prove"> | null {
  const p = exactly(payload, "id", "place", "evidence");
  const evidence = p && parseEvidence(p.evidence);
  if (!evidence || !isId(p.id) || !isCopyPlace(p.place)) return null;
  if (evidence.kind === "groups" && p.place !== "paper") return null;
  return { id: p.id, place: p.place, evidence };
}

export function parseCopyForget(payload: unknown): Payload<"copy.forget"> | null {
  const p = exactly(payload, "id", "place");
  return p && isId(p.id) && isCopyPlace(p.place) ? { id: p.id, place: p.place } : null;
}
