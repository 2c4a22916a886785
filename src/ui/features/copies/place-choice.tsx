import { NAMED_PLACES, type NamedPlace } from "../../../core/keyring/verified-places.ts";
import { Select } from "../../kit/select.tsx";
import { useText } from "../../text/use-text.ts";

type PlaceChoiceProps = { place: NamedPlace | null; onChange: (place: NamedPlace | null) => void };

/**
 * Where what is typed or pasted was kept: a vault is asked itself, on its own page. Nothing is chosen beforehand:
 * whoever overlooks the choice would verify a place that never held the key.
 */
export function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  const { placeText, verifyText } = useText();
  const options = NAMED_PLACES.map((value) => ({ value, name: placeText[value] }));
  return (
    <Select<NamedPlace | "">
      label={verifyText.place}
      value={place ?? ""}
      onChange={(chosen) => onChange(chosen === "" ? null : chosen)}
      options={[{ value: "", name: verifyText.unchosen }, ...options]}
    >
      {place === "browser-passwords" && <p class="hint">{verifyText.inside}</p>}
    </Select>
  );
}
