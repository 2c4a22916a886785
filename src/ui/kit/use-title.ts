import { useEffect } from "preact/hooks";
import { useText } from "../text/use-text.ts";

/**
 * Names the tab after what it shows. Never after a key: browsers write titles into their history, in clear.
 *
 * @param title - null: our name alone.
 */
export function useTitle(title: string | null): void {
  const { titleText, words } = useText();
  useEffect(() => {
    document.title = title === null ? words.name : titleText(title);
  }, [title, titleText, words]);
}
