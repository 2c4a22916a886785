import type { ComponentChildren } from "preact";
import type { FormShape } from "../../../protocol/content-requests.ts";
import { Pairs } from "../../kit/pairs.tsx";
import { useText } from "../../text/use-text.ts";

/** A form as a person would name it. */
type Form = { shape: FormShape; title: string; chosen: boolean };

/** By its shape and by what the page calls it. The page's words stand in quotes, whatever their direction. */
function FormName({ form }: { form: Form }) {
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

type OfferFactsProps = {
  name: string;
  host: string;
  form: Form & { masked: boolean };
  children?: ComponentChildren;
};

/** Where a key would go: the page, called `name`, and its form. `children` stand before the warning. */
export function OfferFacts({ name, host, form, children }: OfferFactsProps) {
  const { fillText } = useText();
  return (
    <>
      <Pairs
        look="offer"
        pairs={[
          { name, value: host, look: "mono origin" },
          { name: fillText.form, value: <FormName form={form} /> },
        ]}
      />
      {children}
      {form.masked && <p class="warning amber">{fillText.masked}</p>}
    </>
  );
}
