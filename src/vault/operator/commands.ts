/** What an operator may ask of a running vault. Each takes one line of JSON and answers one. */
import { forget } from "../accounts/owning.ts";
import type { Log } from "../event-log.ts";
import { first } from "../store/database.ts";
import { sums } from "../store/tallies.ts";
import { forgetStandby, turnPseudonyms } from "../store/vault-row.ts";
import type { TestClock } from "../test-clock.ts";
import { sealTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";

export type Operated = { vault: Vault; log: Log; moved: TestClock | null };
export type Command = { command: string; name?: string; ms?: number };
export type Answered = { ok: boolean; lines: string[] };

const INVITATION_MS = 30 * 24 * 60 * 60_000;

const said = (...lines: string[]): Answered => ({ ok: true, lines });
const refused = (line: string): Answered => ({ ok: false, lines: [line] });

export async function obey(
  { vault, log, moved }: Operated,
  { command, name, ms }: Command,
): Promise<Answered> {
  switch (command) {
    case "statistics": {
      const row = await first(vault.database, sums, {});
      return said(
        ...[`accounts ${row?.accounts ?? 0}`, `erased ${row?.erased ?? 0}`, `waiting ${row?.waiting ?? 0}`],
      );
    }
    case "forget-standby":
      await vault.database.all(forgetStandby, {});
      return said("from now on no standby is missed, until one confirms commits again");
    case "rotate-pseudonyms": {
      const row = await first(vault.database, turnPseudonyms, {});
      log.turn(row?.pseudonym_turn ?? 0);
      return said("from here on, each account has a new name in the log");
    }
    case "invite":
      return said(sealTicket(vault.keys.tickets, "invite", vault.clock.nowMs() + INVITATION_MS));
    case "erase-account": {
      const done = await forget(vault, vault.keys.row(name ?? ""));
      return done.ok ? said("erased") : refused("no account of that name");
    }
    case "advance-clock":
      if (!moved) return refused("not a test");
      moved.advance(ms ?? 0);
      return said("advanced");
    default:
      return refused("no such command");
  }
}
