import { useId } from "preact/hooks";
import { COPY_PLACES, isVaultPlace, type NamedPlace } from "../../../core/keyring/proven-copies.ts";
import { type Messages, useText } from "../../text/use-text.ts";

export const isNamedPlace = (value: string): value is NamedPlace =>
  (COPY_PLACES as readonly string[]).includes(value);

/** A place that an imported keyring names may be none of ours: it keeps its name. */
export function nameOfPlace(place: string, { placeText }: Messages): string {
  if (isVaultPlace(place)) return placeText.vault;
  return isNamedPlace(place) ? placeText[place] : place;
}

type PlaceChoiceProps = { place: NamedPlace; onChange: (place: NamedPlace) => void };

/** Where what is pasted or read from a file was kept: a vault is asked itself, on its own page. */
export function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  const { placeText, proveText } = useText();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{proveText.place}</label>
      <select
        id={id}
        autocomplete="off"
        value={place}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isNamedPlace(value)) onChange(value);
        }}
      >
        {COPY_PLACES.map((one) => (
          <option key={one} value={one}>
            {placeText[one]}
          </option>
        ))}
      </select>
      {place === "browser-passwords" && <p class="hint">{proveText.inside}</p>}
    </div>
  );
}
