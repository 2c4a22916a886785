import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { markTyped } from "./attributes.ts";

type Common = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string | undefined;
  mono?: boolean;
  maxLength?: number;
  onLeave?: () => unknown;
};

type TextFieldProps = Common & {
  kind?: "text" | "number";
  /**
   * Drawn as dots. Not a password box: Firefox offers to save whatever is typed into one, whatever its
   * attributes say, and so the passphrase would end up in the browser's own store.
   */
  masked?: boolean;
  onEnter?: (() => unknown) | undefined;
  /** Takes the focus when it appears. */
  first?: boolean | undefined;
  min?: number;
  max?: number;
  digits?: boolean;
  disabled?: boolean;
  /** To be read and copied, not typed. */
  readOnly?: boolean;
  /** What is wrong with it: it takes the focus then. */
  error?: string | undefined;
  /** Of each key, when it goes down and when it comes up. */
  onKey?: (event: KeyboardEvent) => void;
  children?: ComponentChildren;
};

function Hint({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p id={id} class="hint">
      {text}
    </p>
  );
}

/** Below the box, and read with it. */
function BoxError({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p id={id} class="box-error">
      {text}
    </p>
  );
}

const isEnter = ({ key, isComposing, repeat }: KeyboardEvent): boolean =>
  key === "Enter" && !isComposing && !repeat;

/** Keeps the browser's hands off what is typed there; `first` takes the focus, once. */
function useMark(first = false): (element: HTMLElement | null) => void {
  const focused = useRef(false);
  return (element) => {
    markTyped(element);
    if (element === null || !first || focused.current) return;
    focused.current = true;
    element.focus();
  };
}

/** A labelled line of text. There is no form around it: a form makes browsers offer to save passphrases. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const mark = useMark(props.first);
  const { error, hint } = props;
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  const described = [
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  // Preact's types want one literal here, not a choice of two.
  const kind = { type: props.kind ?? "text" } as { type: "text" };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="box">
        <input
          ref={(element) => {
            box.current = element;
            mark(element);
          }}
          id={id}
          {...kind}
          class={props.masked ? "masked" : props.mono ? "mono" : undefined}
          value={props.value}
          maxLength={props.maxLength}
          min={props.min}
          max={props.max}
          inputMode={props.digits ? "numeric" : undefined}
          disabled={props.disabled}
          readOnly={props.readOnly}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={described.join(" ") || undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => void props.onLeave?.()}
          onCopy={(event) => props.masked && event.preventDefault()}
          onCut={(event) => props.masked && event.preventDefault()}
          onKeyDown={(event) => {
            props.onKey?.(event);
            if (isEnter(event)) props.onEnter?.();
          }}
          onKeyUp={props.onKey}
        />
        {props.children}
      </div>
      <BoxError id={`${id}-error`} text={error} />
      <Hint id={`${id}-hint`} text={hint} />
    </div>
  );
}

type TextAreaProps = Omit<Common, "onInput"> & {
  onInput?: (value: string) => void;
  rows: number;
  /** Takes the focus when it appears. */
  first?: boolean;
  /** Where Enter begins no new line: what it does instead. */
  onEnter?: (() => unknown) | undefined;
  /** To be read and copied, not typed. */
  readOnly?: boolean;
};

export function TextArea(props: TextAreaProps) {
  const id = useId();
  const mark = useMark(props.first);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        ref={mark}
        id={id}
        rows={props.rows}
        class={props.mono ? "mono" : undefined}
        value={props.value}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => props.onInput?.(event.currentTarget.value)}
        onBlur={() => void props.onLeave?.()}
        onKeyDown={(event) => {
          if (!isEnter(event) || props.onEnter === undefined) return;
          event.preventDefault();
          props.onEnter();
        }}
      />
      <Hint id={`${id}-hint`} text={props.hint} />
    </div>
  );
}
