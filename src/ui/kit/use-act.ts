import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { ErrorCode } from "../../core/errors.ts";
import { DerivationError } from "../../core/sealed/kdf.ts";
import { log } from "../../platform/log.ts";
import type { PageRequestType, Payload, Value } from "../../protocol/page-requests.ts";
import { useApi } from "../api.ts";
import { type Sentence, useText } from "../text/use-text.ts";
import { type Say, useErrorOf, useSay } from "./say.tsx";

/** An act goes no further, and the sentence says why. */
export class ActError extends Error {
  constructor(
    readonly sentence: Sentence,
    message = "act",
  ) {
    super(message);
  }
}

/** What is typed or chosen is missing or wrong: said until that is changed. */
export class MistakeError extends ActError {
  /** @param box - the name that the form gives the box it is about, for {@link Act.errorOf}. */
  constructor(
    sentence: Sentence,
    readonly box?: string,
  ) {
    super(sentence);
  }
}

/** The name of the box with the passphrase that opens, in every form that has one. */
export const PASSPHRASE_BOX = "passphrase";

/** The background has refused. */
export class RefusedError extends ActError {
  constructor(readonly code: ErrorCode) {
    super(({ errorText }) => errorText[code], code);
  }
}

/** Whoever began the act is gone, and it with them. Nothing is said. */
export class EndedError extends Error {}

/** Answers with the value; rejects with {@link RefusedError}. */
export type Ask = <T extends PageRequestType>(type: T, payload: Payload<T>) => Promise<Value<T>>;

export function useAsk(): Ask {
  const api = useApi();
  return useMemo<Ask>(
    () => async (type, payload) => {
      const reply = await api.ask(type, payload);
      if (!reply.ok) throw new RefusedError(reply.error.code);
      return reply.value;
    },
    [api],
  );
}

const isWrongPassphrase = (reason: unknown): reason is RefusedError =>
  reason instanceof RefusedError && reason.code === "wrong-passphrase";

/** Says why an act failed; what nobody expected is logged as well. `form`: whose boxes a mistake is about. */
export function useActFailed(form?: object): (reason: unknown) => void {
  const text = useText();
  const say = useSay();
  return useCallback(
    (reason) => {
      if (reason instanceof EndedError) return say.clear();
      const at = (box?: string) => (form && box !== undefined ? { form, box } : undefined);
      if (reason instanceof MistakeError) return say.mistake(reason.sentence(text), at(reason.box));
      if (isWrongPassphrase(reason)) return say.mistake(reason.sentence(text), at(PASSPHRASE_BOX));
      if (reason instanceof ActError) return say.alert(reason.sentence(text));
      if (reason instanceof DerivationError) return say.alert(text.errorText["cannot-derive"]);
      log("act-failed", reason);
      say.alert(text.reportText.actFailed);
    },
    [text, say, form],
  );
}

export type Act = {
  busy: boolean;
  /** One piece of work at a time; what is started meanwhile is left out. However it fails, that is said. */
  run: (work: () => Promise<unknown>) => void;
  ask: Ask;
  say: Say;
  /** What is wrong with a box, by the name that a {@link MistakeError} has. */
  errorOf: ErrorOf;
  /** Says what is wrong with a box, before anything is begun. */
  mistake: (message: string, box: string) => void;
};

export type ErrorOf = (box: string) => string | undefined;

/** For what a press begins: to ask, and to say what comes of it. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  // It also stands for the form: one object for as long as the form is there.
  const running = useRef(false);
  const failed = useActFailed(running);
  const errorOf = useErrorOf(running);
  const ask = useAsk();
  const say = useSay();
  const act = async (work: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    say.clearAlert();
    try {
      await work();
    } catch (reason) {
      failed(reason);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const mistake = (message: string, box: string) => say.mistake(message, { form: running, box });
  return { busy, run: (work) => void act(work), ask, say, errorOf, mistake };
}
