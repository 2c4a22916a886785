import { COPY_PLACES, type NamedPlace } from "../../../core/keyring/proven-copies.ts";
import { Select } from "../../kit/select.tsx";
import { useText } from "../../text/use-text.ts";

type PlaceChoiceProps = { place: NamedPlace; onChange: (place: NamedPlace) => void };

/** Where what is pasted or read from a file was kept: a vault is asked itself, on its own page. */
export function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  const { placeText, proveText } = useText();
  const options = COPY_PLACES.map((value) => ({ value, name: placeText[value] }));
  return (
    <Select label={proveText.place} value={place} onChange={onChange} options={options}>
      {place === "browser-passwords" && <p class="hint">{proveText.inside}</p>}
    </Select>
  );
}
