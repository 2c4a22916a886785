import { useRef } from "preact/hooks";

/** The newest value, for listeners and timers that outlive one drawing. The holder stays the same. */
export function useLatest<T>(value: T): { readonly current: T } {
  const holder = useRef(value);
  holder.current = value;
  return holder;
}
