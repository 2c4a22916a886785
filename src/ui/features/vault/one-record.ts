/** The vault record of a panel, shared by all parts of the panel. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useEntries } from "../../page-state.ts";
import { type Sentence, useText } from "../../text/use-text.ts";
import { type Tools, withRecord } from "./acts.ts";
import { useHeard } from "./heard.tsx";
import type { UsableRecord } from "./records.ts";
import { useVaultAct, type VaultAct } from "./use-vault-act.ts";

export type OneRecord = Pick<VaultAct, "busy" | "errorOf" | "refused" | "say"> & {
  record: UsableRecord;
  /** The entry whose key it keeps, for as long as that is in the keyring. */
  entry: EntrySummary | undefined;
  /** Works on it as it is stored: one act at a time for all parts of the panel. */
  run: (work: (tools: Tools, now: UsableRecord) => Promise<unknown>) => void;
  /**
   * As {@link OneRecord.run}, with a word that it takes a while; the sentence it ends with is said.
   *
   * @param check - throws what speaks against what was typed, before anything is done.
   * @param isLogin - the act ends well only where the password was right.
   */
  act: (
    work: (tools: Tools, now: UsableRecord) => Promise<Sentence>,
    check?: () => void | Promise<void>,
    isLogin?: boolean,
  ) => void;
};

const RecordContext = createContext<OneRecord | null>(null);

export const RecordProvider = RecordContext.Provider;

export function useRecord(): OneRecord {
  const record = useContext(RecordContext);
  if (record === null) throw new Error("no record above");
  return record;
}

/** Gives the vault record of a panel to its parts. */
export function useOneRecord(record: UsableRecord): OneRecord {
  const text = useText();
  const entry = useEntries().find(({ id }) => id === record.account.entryId);
  const vault = useVaultAct();
  const { hearing } = useHeard();
  const { address } = record.account;
  const run: OneRecord["run"] = (work) =>
    vault.run(address, (tools) =>
      hearing(record.account, false, () => withRecord(tools.ask, record.id, (now) => work(tools, now))),
    );
  const act: OneRecord["act"] = (work, check, isLogin = false) =>
    vault.run(address, async (tools) => {
      await check?.();
      vault.say.status(text.vaultText.working);
      const sentence = await hearing(record.account, isLogin, () =>
        withRecord(tools.ask, record.id, (now) => work(tools, now)),
      );
      vault.say.status(sentence(text));
    });
  return { ...vault, record, entry, run, act };
}
