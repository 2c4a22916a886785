/** Opening that fails half-way leaves nothing open: neither the keyring nor its key in session storage. */
export async function orLock(
  lock: () => Promise<void>,
  starting: Promise<void>,
  open: () => Promise<void>,
): Promise<void> {
  try {
    await starting;
    await open();
  } catch (reason) {
    await lock();
    throw reason;
  }
}
