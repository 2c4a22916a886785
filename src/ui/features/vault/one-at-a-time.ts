/** Two windows must not take steps with one record at once: the second is told, and may try again. */
export function oneAtATime<T>(id: string, act: () => Promise<T>, whenBusy: T): Promise<T> {
  const options = { ifAvailable: true };
  return navigator.locks.request(`vault-record:${id}`, options, (lock) => (lock ? act() : whenBusy));
}
