import type { ComponentChildren } from "preact";

export type Pair = { name: string; value: ComponentChildren; look?: "mono" | "mono origin" };

/** Names and what belongs to each; `look` of the list as it stands in the style sheet. */
export function Pairs({ pairs, look = "pairs" }: { pairs: readonly Pair[]; look?: string | undefined }) {
  return (
    <dl class={look}>
      {pairs.flatMap(({ name, value, look: how }) => [
        <dt key={name}>{name}</dt>,
        <dd key={`${name} value`} class={how}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
