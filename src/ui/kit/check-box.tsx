type CheckBoxProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

export function CheckBox({ label, checked, onChange }: CheckBoxProps) {
  return (
    <label class="check-box">
      <input
        type="checkbox"
        autocomplete="off"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
