/** A labelled field for libraries that dress a plain one. */
export function labelled(place, text) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.className = "wide";
  label.append(text, field);
  place.append(label);
  return field;
}
