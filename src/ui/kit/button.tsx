import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonProps = {
  label: string;
  onPress: (button: HTMLButtonElement) => unknown;
  /** `primary`: the next step. `danger`: takes something away. `quiet` and `link` draw no box. */
  look?: "primary" | "quiet" | "danger" | "danger quiet" | "link" | "quiet back" | undefined;
  /** Stands before the label. */
  icon?: IconName;
  /** The label is a tooltip: it shows when the icon has the pointer or the focus. */
  iconOnly?: boolean;
  /** Leads to the part that is shown. */
  current?: boolean;
  /** What the press began is under way. */
  busy?: boolean;
  /** Nothing to do just now: it keeps the focus, and pressing it does nothing that is wrong. */
  idle?: boolean;
  /** Of what it shows and hides: is it shown? */
  expanded?: boolean;
  /** For those who do not see what it stands beside. */
  name?: string;
  /** The id of the text that says what a press does. */
  describedBy?: string;
  /** Takes the focus when it appears. */
  first?: boolean | undefined;
  /** Is asked first; the press counts once `sure` is pressed. */
  confirm?: { title: string; consequence: string; sure: string };
};

export function Button(props: ButtonProps) {
  const [asking, setAsking] = useState<HTMLButtonElement | null>(null);
  const { label, onPress, confirm, first = false, icon, iconOnly = false } = props;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (first) button.current?.focus();
  }, [first]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={iconOnly ? `${props.look ?? ""} icon-only` : props.look}
        aria-current={props.current ? "page" : undefined}
        aria-busy={props.busy}
        aria-disabled={props.idle}
        aria-expanded={props.expanded}
        aria-label={props.name}
        aria-describedby={props.describedBy}
        onClick={({ currentTarget }) => (confirm ? setAsking(currentTarget) : void onPress(currentTarget))}
      >
        {icon && <Icon name={icon} />}
        {icon ? <span class="label">{label}</span> : label}
      </button>
      {confirm && asking && (
        <Dialog
          {...confirm}
          onSure={() => {
            setAsking(null);
            void onPress(asking);
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  );
}
