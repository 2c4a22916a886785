import { ActError } from "../../kit/use-act.ts";

/** Two windows must not take steps with one record at once: the second is told, and may try again. */
export function oneAtATime<T>(id: string, act: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`vault-record:${id}`, { ifAvailable: true }, (lock) => {
    if (lock === null) throw new ActError(({ vaultText }) => vaultText.elsewhere);
    return act();
  });
}
