import { useId } from "preact/hooks";
import { COPY_PLACES, type CopyPlace } from "../../../core/proven-copies.ts";
import { placeText, proveText } from "../../text/copies.ts";

export const isPlace = (value: string): value is CopyPlace =>
  (COPY_PLACES as readonly string[]).includes(value);

/** A place that an imported keyring names may be none of ours: it keeps its name. */
export function nameOfPlace(place: string): string {
  return isPlace(place) ? placeText[place] : place;
}

/** What can be pasted or read from a file: a vault is asked itself, on its own page. */
const CHOSEN = COPY_PLACES.filter((place) => place !== "vault");

type PlaceChoiceProps = { place: CopyPlace; onChange: (place: CopyPlace) => void };

export function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
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
          if (isPlace(value)) onChange(value);
        }}
      >
        {CHOSEN.map((one) => (
          <option key={one} value={one}>
            {placeText[one]}
          </option>
        ))}
      </select>
      {place === "browser-passwords" && <p class="hint">{proveText.inside}</p>}
    </div>
  );
}
