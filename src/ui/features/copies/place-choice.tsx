import { NAMED_PLACES, type NamedPlace } from "../../../core/keyring/verified-places.ts";
import { Select } from "../../kit/select.tsx";
import { useText } from "../../text/use-text.ts";

type PlaceChoiceProps = { place: NamedPlace; onChange: (place: NamedPlace) => void };

/** Where what is pasted or read from a file was kept: a vault is asked itself, on its own page. */
export function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  const { placeText, verifyText } = useText();
  const options = NAMED_PLACES.map((value) => ({ value, name: placeText[value] }));
  return (
    <Select label={verifyText.place} value={place} onChange={onChange} options={options}>
      {place === "browser-passwords" && <p class="hint">{verifyText.inside}</p>}
    </Select>
  );
}
