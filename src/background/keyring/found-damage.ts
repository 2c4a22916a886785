/**
 * Damage that only a passphrase has shown: copies that are whole by their hash and open with nothing. It stands
 * for as long as the very same copies lie there. Storage that could not be read may come back at any moment.
 */
import { stateName } from "../../core/sealed/sealed-keyring.ts";
import type { CopiesReading } from "../../core/sealed/stored-copies.ts";

export function createFoundDamage() {
  let found = new Set<string>();
  const namesIn = ({ intact }: CopiesReading) => intact.map(({ sealed }) => stateName(sealed));
  return {
    note(reading: CopiesReading): void {
      found = new Set(namesIn(reading));
    },
    forget(): void {
      found.clear();
    },
    isAll(reading: CopiesReading): boolean {
      const names = namesIn(reading);
      return names.length > 0 && names.every((name) => found.has(name));
    },
  };
}
