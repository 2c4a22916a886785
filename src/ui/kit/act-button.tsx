import { Button, type ButtonProps } from "./button.tsx";
import { type Ask, useAct } from "./use-act.ts";

type ActButtonProps = Omit<ButtonProps, "onPress" | "busy"> & {
  /** What the press does; the sentence that it answers with is said. */
  act: (ask: Ask) => Promise<string>;
};

/** A button for an act that nothing else on the page waits for. */
export function ActButton({ act, ...button }: ActButtonProps) {
  const { run, ask, say } = useAct();
  return <Button {...button} onPress={() => run(async () => say.status(await act(ask)))} />;
}
