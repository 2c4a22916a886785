import { ActError } from "../../kit/use-act.ts";

/** Two windows must not change one vault entry at once: the second one is told to try again later. */
export function oneAtATime<T>(id: string, act: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`vault-record:${id}`, { ifAvailable: true }, (lock) => {
    if (lock === null) throw new ActError(({ vaultText }) => vaultText.elsewhere);
    return act();
  });
}
