import { words } from "../text.ts";

export function Brand() {
  return (
    <h1 class="brand">
      <img src="/icons/icon.svg" alt="" width="20" height="20" />
      {words.name}
    </h1>
  );
}
