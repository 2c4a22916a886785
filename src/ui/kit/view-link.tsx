import { useSay } from "./say.tsx";

type ViewLinkProps = { href: string; text: string; look?: string; current: boolean };

/** A link to another view of this page; what was said of the last view is not said of the next. */
export function ViewLink({ href, text, look, current }: ViewLinkProps) {
  const say = useSay();
  return (
    <a class={look} href={href} aria-current={current ? "page" : undefined} onClick={say.clear}>
      {text}
    </a>
  );
}
