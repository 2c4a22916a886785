/** Killing a vault under load, and what must be there afterwards. */
import { ALL } from "../all.ts";
import type { Built } from "./built.ts";
import { beginRegistration, begunLogin, codeOf, guess, login, type Person, replyOf } from "./person.ts";

/** What has been acknowledged of one account. */
type Known = { person: Person; spent: number; unsure: number };

/**
 * Asks until the server is gone. What was asked and not answered may have happened or not.
 *
 * @param answered - called after each answer.
 */
async function load(vault: Built, known: Known[], answered: () => void): Promise<void> {
  try {
    for (let turn = 0; ; turn++) {
      const { finish, person } = await beginRegistration(vault, crypto.randomUUID(), "the password");
      replyOf(await vault.call("/v2/accounts/finish", finish));
      const one: Known = { person, spent: 0, unsure: 0 };
      known.push(one);
      answered();
      for (let tried = 0; tried < 4; tried++) {
        one.unsure = 1;
        if (codeOf(await guess(vault, person.name)) === "ok") one.spent += 1;
        one.unsure = 0;
        answered();
      }
      if (turn % 2 === 0) continue;
      one.unsure = 10;
      await login(vault, person);
      Object.assign(one, { spent: 0, unsure: 0 });
      answered();
    }
  } catch {
    // The server has been killed.
  }
}

/**
 * One round: load from four sides, then a kill -9 of the vault or of whatever `kill` kills.
 *
 * The kill comes after so many answers, however long they take; the other sides' requests are under way then.
 *
 * @returns what was acknowledged.
 */
async function killUnderLoad(vault: Built, kill: () => Promise<unknown>, answers: number): Promise<Known[]> {
  const known: Known[] = [];
  let left = answers;
  let begin = () => {};
  const isTime = new Promise<void>((done) => {
    begin = done;
  });
  const answered = () => {
    left -= 1;
    if (left === 0) begin();
  };
  const sides = Promise.all(Array.from({ length: 4 }, () => load(vault, known, answered)));
  await Promise.race([isTime, sides]);
  if (left > 0) throw new Error("the vault went before it was killed");
  await kill();
  await sides;
  return known;
}

/** What is not as it was acknowledged: a lost account, a wrong key, a refunded guess. */
async function lostAfter(vault: Built, known: readonly Known[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { person, spent, unsure } of known) {
    const begun = await begunLogin(vault, person.name, person.password).catch(() => null);
    if (!begun) {
      // After the fifth attempt the account waits: it is there, and nothing came back.
      if (spent + unsure < 5) lost.push("an account");
      continue;
    }
    const came = await vault.call("/v2/login/finish", begun.finish);
    const done = "value" in came ? begun.open(came) : null;
    if (done?.sealedKey !== person.sealedKey) lost.push("a key");
    else if (done.failuresSince < spent && unsure < 10) lost.push("a spent attempt");
  }
  return lost;
}

export const ROUNDS = ALL ? 200 : 2;
export const ROUNDS_MS = ROUNDS * 60_000;
/** Another moment in each round. Of four sides one has an account by the fourth answer. */
const momentOf = (round: number) => 4 + ((round * 5) % 17);

/**
 * Kills and starts again, round after round on one store.
 *
 * @param alsoKill - before the vault, in each round.
 * @returns what was lost, and of how many acknowledged accounts.
 */
export async function crashAgainAndAgain(
  begin: () => Promise<Built>,
  alsoKill: (round: number) => Promise<void> = async () => {},
): Promise<{ lost: string[]; acknowledged: number }> {
  const lost: string[] = [];
  let acknowledged = 0;
  let vault = await begin();
  for (let round = 0; round < ROUNDS; round++) {
    const killed = vault;
    const kill = async () => {
      await alsoKill(round);
      await killed.end("SIGKILL");
    };
    const known = await killUnderLoad(killed, kill, momentOf(round));
    vault = await begin();
    lost.push(...(await lostAfter(vault, known)));
    acknowledged += known.length;
  }
  await vault.end();
  return { lost, acknowledged };
}
