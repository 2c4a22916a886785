import { GROUPS_PER_ROW, placeOfGroup, ROWS } from "../../../core/key/key-rows.ts";
import type { ShownEvidence } from "../../../protocol/requests/kept-places.ts";
import { TextField } from "../../kit/field.tsx";
import { useText } from "../../text/use-text.ts";

const GROUPS = ROWS * GROUPS_PER_ROW;

/** A group that is asked for, and what was typed for it. */
export type AskedGroup = { at: number; typed: string };

/** Two different ones, from random bytes that a modulo of 16 leaves even. */
export function pickGroups(): AskedGroup[] {
  const [one = 0, two = 0] = crypto.getRandomValues(new Uint8Array(2));
  const first = one % GROUPS;
  const second = (first + 1 + (two % (GROUPS - 1))) % GROUPS;
  return [first, second].map((at) => ({ at, typed: "" }));
}

function groupOf({ at, typed }: AskedGroup) {
  const digits = typed.replaceAll(/\s/g, "").toLowerCase();
  return /^[0-9a-f]{4}$/.test(digits) ? { at, digits } : null;
}

/** Null while one of them is no group. */
export function groupsTyped(asked: readonly AskedGroup[]): ShownEvidence | null {
  const [one, two] = asked.map(groupOf);
  return one && two ? { kind: "groups", groups: [one, two] } : null;
}

type PaperGroupsProps = {
  asked: readonly AskedGroup[];
  onChange: (asked: AskedGroup[]) => void;
  onEnter: () => void;
};

/** Nobody types a whole sheet to verify it. */
export function PaperGroups({ asked, onChange, onEnter }: PaperGroupsProps) {
  const { groupName, verifyText } = useText();
  return (
    <>
      <p>{verifyText.groupsHint}</p>
      {asked.map(({ at, typed }) => (
        <TextField
          key={at}
          label={groupName(placeOfGroup(at))}
          value={typed}
          mono={true}
          maxLength={9}
          onInput={(text) => onChange(asked.map((one) => (one.at === at ? { at, typed: text } : one)))}
          onEnter={onEnter}
        />
      ))}
    </>
  );
}
