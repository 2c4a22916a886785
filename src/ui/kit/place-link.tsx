import { useSay } from "./say.tsx";

type PlaceLinkProps = { href: string; text: string; look?: string; current: boolean };

/** A link to another part of the tab; what was said of the last part is not said of the next. */
export function PlaceLink({ href, text, look, current }: PlaceLinkProps) {
  const say = useSay();
  return (
    <a class={look} href={href} aria-current={current ? "page" : undefined} onClick={say.clear}>
      {text}
    </a>
  );
}
