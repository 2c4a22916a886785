/**
 * Every sentence that a person can see, in one language. English is the original: another language has its
 * shape, so that a missing sentence does not compile.
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./en/english.ts";

export type Messages = typeof en;

/** What is to be said, in whatever language it will be said. */
export type Sentence = (messages: Messages) => string;

const TextContext = createContext<Messages>(en);

/** Another language for what is below it. */
export const TextProvider = TextContext.Provider;

export function useText(): Messages {
  return useContext(TextContext);
}
