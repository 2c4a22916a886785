import { useText } from "../text/use-text.ts";

export function Brand() {
  const { words } = useText();
  return (
    <h1 class="brand">
      <img src="/icons/icon.svg" alt="" width="20" height="20" />
      {words.name}
    </h1>
  );
}
