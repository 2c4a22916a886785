import { LONGEST_LABEL } from "../../../core/keyring/storage-budget.ts";
import { TextField } from "../../kit/field.tsx";
import { useText } from "../../text/use-text.ts";

type Labels = { label: string; phoneEnding: string };

type LabelFieldsProps = {
  value: Labels;
  onChange: (part: Partial<Labels>) => void;
  onEnter: () => unknown;
  onLeave?: () => unknown;
};

/** What tells one key from another: its label, and the last digits of the phone's number. */
export function LabelFields({ value, onChange, ...rest }: LabelFieldsProps) {
  const { words } = useText();
  return (
    <div class="pair">
      <TextField
        label={words.label}
        value={value.label}
        maxLength={LONGEST_LABEL}
        onInput={(label) => onChange({ label })}
        {...rest}
      />
      <TextField
        digits
        label={words.phoneEnding}
        value={value.phoneEnding}
        maxLength={4}
        onInput={(phoneEnding) => onChange({ phoneEnding })}
        {...rest}
      />
    </div>
  );
}
