/** Says in a sentence what is wrong with a key, safe to print on a terminal. */
import type { KeyTextProblem } from "../core/key/key-text.ts";
import { unusableText } from "../ui/text/en/backup-acts.ts";
import { commandText, keyTypoText } from "../ui/text/en/command.ts";
import type { KeyProblem } from "./key-input.ts";
import { shownName } from "./shown-name.ts";

/** The sentence repeats one character of the input, which may be any. */
function madeSafe(problem: KeyTextProblem | null): KeyTextProblem | null {
  return problem?.kind === "wrong-character"
    ? { ...problem, character: shownName(problem.character) }
    : problem;
}

export function keyProblemText(problem: KeyProblem): string {
  switch (problem.why) {
    case "empty":
      return commandText.noKey;
    case "not-searchable":
      return unusableText(problem.count);
    case "typo":
      return keyTypoText(problem.line, madeSafe(problem.problem));
  }
}
