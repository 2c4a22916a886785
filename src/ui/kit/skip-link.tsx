import { useText } from "../text/use-text.ts";

/** First in the page, and seen once it has the focus: past the parts, to what is shown. The address is the view's own. */
export function SkipLink() {
  const { skipPress } = useText();
  const skip = () => {
    const main = document.querySelector("main");
    if (main === null) return;
    main.tabIndex = -1;
    main.focus();
  };
  return (
    <button type="button" class="visually-hidden skip" onClick={skip}>
      {skipPress}
    </button>
  );
}
