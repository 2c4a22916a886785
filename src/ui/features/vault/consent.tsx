/** Nothing is sent before the browser has the user's consent, where the browser keeps one (Firefox). */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

/** The browser's side of it (`platform/sending.ts`); tests have a double. */
export type Sending = {
  may(): Promise<boolean>;
  /** Must be called within a user's act. */
  ask(): Promise<boolean>;
  onChange(listener: () => void): () => void;
};

const ALWAYS: Sending = {
  may: () => Promise.resolve(true),
  ask: () => Promise.resolve(true),
  onChange: () => () => undefined,
};

const SendingContext = createContext<Sending>(ALWAYS);

export const SendingProvider = SendingContext.Provider;

type Given = {
  /** Null until the browser has said. */
  given: boolean | null;
  ask: () => void;
};

/** Whether anything may be sent now, and the way to ask for it. */
export function useConsent(): Given {
  const { consentText } = useText();
  const sending = useContext(SendingContext);
  const { run, say } = useAct();
  const [given, setGiven] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void sending.may().then(setGiven, () => setGiven(false));
    look();
    return sending.onChange(look);
  }, [sending]);
  const ask = () =>
    run(async () => {
      const isGiven = await sending.ask();
      setGiven(isGiven);
      if (isGiven) say.clear();
      else say.alert(consentText.refused);
    });
  return { given, ask };
}

/** Draws what needs the network once it may be used, and the question until then. */
export function Consent({ given, ask, children }: Given & { children: ComponentChildren }) {
  const { consentText } = useText();
  if (given === null) return null;
  if (given) return <>{children}</>;
  return (
    <section class="stack" aria-label={consentText.title}>
      <h3>{consentText.title}</h3>
      <p>{consentText.what}</p>
      <p class="hint">{consentText.how}</p>
      <div class="buttons">
        <Button label={consentText.allow} look="primary" onPress={ask} />
      </div>
    </section>
  );
}
