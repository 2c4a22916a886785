import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

type Option<T extends string> = { value: T; name: string };

type SelectProps<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  /** One list, or several with a name each. */
  options: readonly Option<T>[] | Readonly<Record<string, readonly Option<T>[]>>;
  /** Stands below it. */
  children?: ComponentChildren;
};

function Options<T extends string>({ options }: { options: readonly Option<T>[] }) {
  return (
    <>
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </>
  );
}

/** A labelled choice of one. What is not among the options is never given to `onChange`. */
export function Select<T extends string>({ label, value, onChange, options, children }: SelectProps<T>) {
  const id = useId();
  const groups = Array.isArray(options)
    ? []
    : Object.entries(options as Record<string, readonly Option<T>[]>);
  const all: readonly Option<T>[] = Array.isArray(options) ? options : groups.flatMap(([, group]) => group);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        autocomplete="off"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = all.find((option) => option.value === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {groups.length === 0 && <Options options={all} />}
        {groups.map(([name, group]) => (
          <optgroup key={name} label={name}>
            <Options options={group} />
          </optgroup>
        ))}
      </select>
      {children}
    </div>
  );
}
