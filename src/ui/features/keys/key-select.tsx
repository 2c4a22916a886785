import type { EntrySummary } from "../../../protocol/page.ts";
import { Select } from "../../kit/select.tsx";
import { currentFirst } from "./looked-at.ts";
import { useKeyNames } from "./twins.ts";

type KeySelectProps = {
  label: string;
  entries: readonly EntrySummary[];
  /** Its id, or `more`'s value. */
  value: string;
  onChange: (value: string) => void;
  /** A choice that is no single key. */
  more?: { value: string; name: string };
};

/** A choice of one key: old keys stand last, and say that they are old. */
export function KeySelect({ label, entries, value, onChange, more }: KeySelectProps) {
  const { choiceOf } = useKeyNames();
  const keys = currentFirst(entries).map((entry) => ({ value: entry.id, name: choiceOf(entry) }));
  return <Select label={label} value={value} onChange={onChange} options={more ? [...keys, more] : keys} />;
}
