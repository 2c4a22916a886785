import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../inside/message.ts";
import { useText } from "../../text/use-text.ts";

/** What one message takes on average, in pixels: only the size of the scroll bar depends on it. */
const USUAL_HEIGHT = 72;
/** Browsers draw no taller element. */
const MOST_HEIGHT = 10_000_000;
const SHOWN = 60;
const BEFORE = 15;

type Page = { start: number; messages: readonly Message[] };

/** Every text of it is somebody else's: text nodes only, each with a direction of its own. */
function MessageItem({ message, chat }: { message: Message; chat: string }) {
  const { exportWords } = useText();
  const { isFromMe, from, atMs, quote, text, reactions } = message;
  return (
    <li class={isFromMe ? "message own" : "message"}>
      <p class="hint">
        <b dir="auto">{isFromMe ? exportWords.me : (from ?? chat)}</b> <span>{exportWords.when(atMs)}</span>
      </p>
      {quote && <blockquote dir="auto">{quote.text}</blockquote>}
      {text !== "" && (
        <p class="message-text" dir="auto">
          {text}
        </p>
      )}
      {exportWords.notes(message).map((note) => (
        <p key={note} class="hint" dir="auto">
          {note}
        </p>
      ))}
      {reactions.length > 0 && (
        <p class="hint" dir="auto">
          {reactions.map(({ emoji, from: who }) => `${emoji} ${who ?? exportWords.me}`).join(", ")}
        </p>
      )}
    </li>
  );
}

type MessageListProps = {
  /** The name of the chat. */
  chat: string;
  length: number;
  load: (start: number, end: number) => Promise<readonly Message[]>;
  /** Where to scroll to; a new object scrolls again. */
  goTo: { at: number };
};

/** A chat of any length: only the messages around what is seen are there. Browsers let the keyboard reach what scrolls. */
export function MessageList({ chat, length, load, goTo }: MessageListProps) {
  const { insideWords } = useText();
  const frame = useRef<HTMLElement>(null);
  const [page, setPage] = useState<Page>({ start: 0, messages: [] });
  const wanted = useRef(-1);
  const each = Math.min(USUAL_HEIGHT, MOST_HEIGHT / Math.max(1, length));
  const show = (at: number) => {
    const start = Math.max(0, Math.min(at - BEFORE, length - SHOWN));
    if (wanted.current === start) return;
    wanted.current = start;
    const take = (messages: readonly Message[]) => {
      // Scrolled on meanwhile: a later answer shows that.
      if (wanted.current === start) setPage({ start, messages });
    };
    void load(start, start + SHOWN).then(take, () => undefined);
  };
  useEffect(() => {
    wanted.current = -1;
    show(goTo.at);
    if (frame.current) frame.current.scrollTop = goTo.at * each;
  }, [goTo]);
  return (
    <section
      ref={frame}
      class="messages"
      aria-label={insideWords.messages}
      onScroll={({ currentTarget }) => show(Math.floor(currentTarget.scrollTop / each))}
    >
      <div class="messages-space" style={{ height: `${each * length}px` }}>
        <ol class="messages-shown" start={page.start + 1} style={{ top: `${page.start * each}px` }}>
          {page.messages.map((message) => (
            <MessageItem key={message.id} message={message} chat={chat} />
          ))}
        </ol>
      </div>
    </section>
  );
}
