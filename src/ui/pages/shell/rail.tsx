import { LockButton } from "../../features/keyring/lock-button.tsx";
import { Bar } from "../../kit/bar.tsx";
import { SkipLink } from "../../kit/skip-link.tsx";
import { ViewLink } from "../../kit/view-link.tsx";
import { VAULT_PAGE } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";
import { PARTS, type PartName } from "./parts.ts";

type RailProps = {
  current: PartName;
  /** The address of the full tab, to put a hash behind; empty in the tab itself. */
  app: string;
};

/** The parts of Sixtyfour, on the left of the tab and of the vault's page: each leads to the other. */
export function Rail({ current, app }: RailProps) {
  const text = useText();
  return (
    <Bar look="bar rail">
      <SkipLink />
      <nav aria-label={text.tabWords.navigation}>
        {PARTS.map(({ name, icon, title, hash }) => (
          <ViewLink
            key={name}
            href={hash === null ? VAULT_PAGE : `${app}${hash}`}
            text={title(text)}
            icon={icon}
            current={name === current}
          />
        ))}
      </nav>
      <LockButton />
    </Bar>
  );
}
