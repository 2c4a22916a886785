import { useEffect, useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import type { ErrorOf } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { CHOSEN_BOX, type Chosen, loadMeter, REPEATED_BOX } from "./passphrase-choice.ts";
import type { ChosenFor, Strength } from "./strength.ts";

export const NOTHING_CHOSEN: Chosen = { passphrase: "", repeated: "" };

type NewPassphraseProps = {
  labels: { passphrase: string; repeated: string; generate: string };
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  onEnter: () => void;
  /** Of the act that the passphrase is for. */
  errorOf: ErrorOf;
  what?: ChosenFor;
  /** What becomes of a forgotten one. */
  note?: string;
  /** The first box takes the focus when it appears. */
  first?: boolean;
};

function useStrength(passphrase: string, what: ChosenFor): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let current = true;
    if (passphrase === "") setStrength(null);
    else
      void loadMeter().then((meter) => {
        if (current) setStrength(meter?.measure(passphrase, what) ?? null);
      });
    return () => {
      current = false;
    };
  }, [passphrase, what]);
  return strength;
}

/** `isRefused`: what is wrong with it stands above, in the same words. */
function Meter({ strength, isRefused }: { strength: Strength | null; isRefused: boolean }) {
  const { choosing, strengthName, strengthText } = useText();
  const score = strength === null ? 0 : strength.score + 1;
  return (
    <div class="meter-block">
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> cannot be drawn as steps in both browsers */}
      <div
        class="meter"
        role="meter"
        aria-label={choosing.strength}
        aria-valuemin={0}
        aria-valuemax={5}
        aria-valuenow={score}
        aria-valuetext={strength ? strengthName(strength.score) : choosing.unmeasured}
        data-score={score}
        data-enough={strength?.enough ?? false}
      >
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step} class={step <= score ? "step on" : "step"} />
        ))}
      </div>
      {!isRefused && <p class="hint">{strength === null ? choosing.strength : strengthText(strength)}</p>}
    </div>
  );
}

/** A new passphrase twice, its strength, and one press for a generated one. */
export function NewPassphrase({
  labels,
  chosen,
  onChange,
  onEnter,
  errorOf,
  what = "passphrase",
  note,
  first = false,
}: NewPassphraseProps) {
  const { choosing } = useText();
  const [shown, setShown] = useState(false);
  /** What stands in the first box was made here. */
  const [isGenerated, setGenerated] = useState(false);
  const strength = useStrength(chosen.passphrase, what);
  const error = errorOf(CHOSEN_BOX);
  const generate = async () => {
    const meter = await loadMeter();
    if (meter === null) return;
    const passphrase = meter.suggestPassphrase();
    setGenerated(true);
    setShown(true);
    onChange({ passphrase, repeated: passphrase });
  };
  return (
    <div class="stack">
      <PasswordField
        label={labels.passphrase}
        value={chosen.passphrase}
        onInput={(passphrase) => {
          setGenerated(false);
          onChange({ ...chosen, passphrase });
        }}
        error={error}
        together={{ shown }}
        first={first}
        onEnter={onEnter}
      />
      <Meter strength={strength} isRefused={error !== undefined} />
      <PasswordField
        label={labels.repeated}
        value={chosen.repeated}
        onInput={(repeated) => onChange({ ...chosen, repeated })}
        error={errorOf(REPEATED_BOX)}
        together={{ shown, onToggle: () => setShown(!shown) }}
        onEnter={onEnter}
      />
      <div class="buttons">
        <Button label={labels.generate} onPress={generate} />
      </div>
      {isGenerated && shown && chosen.passphrase !== "" && (
        <div class="generated">
          <p>{choosing.generated}</p>
          <p class="mono words">{chosen.passphrase}</p>
        </div>
      )}
      <p>
        <strong>{note ?? choosing.noReset}</strong>
      </p>
    </div>
  );
}
