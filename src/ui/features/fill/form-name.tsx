import type { FormShape } from "../../../protocol/content-requests.ts";
import { useText } from "../../text/use-text.ts";

/**
 * A form by its shape and by what the page calls it. The page's words stand in quotes, whatever their
 * direction.
 */
export function FormName({ form }: { form: { shape: FormShape; title: string; chosen: boolean } }) {
  const { fillText, shapeText } = useText();
  return (
    <>
      {shapeText(form.shape)}
      {form.title !== "" && (
        <>
          , <q dir="auto">{form.title}</q>
        </>
      )}
      {form.chosen && <span class="facts">{fillText.chosen}</span>}
    </>
  );
}
