import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";
import { useSay } from "./say.tsx";

type ViewLinkProps = {
  href: string;
  text: string;
  look?: string;
  icon?: IconName;
  current: boolean;
  /** Takes the focus when it appears. */
  first?: boolean;
};

/** A link to another view of this page; what was said of the last view is not said of the next. */
export function ViewLink({ href, text, look, icon, current, first = false }: ViewLinkProps) {
  const say = useSay();
  const link = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    if (first) link.current?.focus();
  }, [first]);
  return (
    <a ref={link} class={look} href={href} aria-current={current ? "page" : undefined} onClick={say.clear}>
      {icon && <Icon name={icon} />}
      {icon ? <span class="label">{text}</span> : text}
    </a>
  );
}
