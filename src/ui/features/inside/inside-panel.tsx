import { useEffect, useState } from "preact/hooks";
import type { Sink } from "../../../backup/open.ts";
import type { Chat, Overview } from "../../../inside/chat-list.ts";
import { MOST_HELD_BYTES } from "../../../inside/held-bytes.ts";
import { UnreadableDatabaseError } from "../../../inside/opened-database.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useActFailed } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { ChatView } from "./chat-view.tsx";
import { type InsideClient, startInside } from "./inside-client.ts";

type WhyNotInside = "refused" | "too-large" | "not-a-database";

/** Decrypts a database into the sink. Null: all of it is there. */
export type FillInside = (sink: Sink, mostBytes: number, signal: AbortSignal) => Promise<WhyNotInside | null>;

type Shown =
  | { is: "opening" }
  | { is: "refused"; said: string }
  | { is: "open"; client: InsideClient; overview: Overview };

/** Chats that the list draws: a database may claim a million. */
const MOST_LISTED = 500;

function useInside(fill: FillInside): Shown {
  const { insideText, whyUnreadableText } = useText();
  const failed = useActFailed();
  const [shown, setShown] = useState<Shown>({ is: "opening" });
  useEffect(() => {
    const client = startInside();
    const ending = new AbortController();
    const refuse = (said: string) => setShown({ is: "refused", said });
    const open = async () => {
      const sink: Sink = {
        write: async (bytes) => void (await client.ask("hold", bytes)),
        commit: async () => undefined,
        abort: async () => undefined,
      };
      const why = await fill(sink, MOST_HELD_BYTES, ending.signal);
      if (why) return refuse(insideText[why]);
      const overview = await client.ask("open", null);
      if (!overview) return refuse(insideText.noMessages);
      setShown({ is: "open", client, overview });
    };
    void open().catch((reason: unknown) => {
      if (ending.signal.aborted) return;
      if (reason instanceof UnreadableDatabaseError) return refuse(whyUnreadableText[reason.why]);
      refuse(insideText.refused);
      failed(reason);
    });
    return () => {
      ending.abort();
      client.end();
    };
  }, []);
  return shown;
}

type ListProps = { overview: Overview; nowMs: number; onChoose: (chat: Chat) => void };

function ChatList({ overview, nowMs, onChoose }: ListProps) {
  const { chatText, moreChatsText } = useText();
  const { chats } = overview;
  return (
    <>
      <ul class="chats">
        {chats.slice(0, MOST_LISTED).map((chat) => (
          <li key={chat.key} dir="auto">
            <Button label={chatText(chat, nowMs)} look="link" onPress={() => onChoose(chat)} />
          </li>
        ))}
      </ul>
      {chats.length > MOST_LISTED && <p class="hint">{moreChatsText(chats.length - MOST_LISTED)}</p>}
    </>
  );
}

/** What a backup holds: the answer, then the chats. All of it is forgotten when the panel closes. */
export function InsidePanel({ fill, onDone }: { fill: FillInside; onDone: () => void }) {
  const { backupsPress, besidesText, insideText, insideWords, overviewText } = useText();
  const shown = useInside(fill);
  const [chat, setChat] = useState<Chat | null>(null);
  const [nowMs] = useState(Date.now);
  return (
    <Panel title={insideText.title} focus look="inside">
      {shown.is === "opening" && <p role="status">{insideWords.opening}</p>}
      {shown.is === "refused" && <p role="alert">{shown.said}</p>}
      {shown.is === "open" && (
        <>
          <p class="inside-answer" dir="auto">
            {overviewText(shown.overview, nowMs)}
          </p>
          <p class="hint">{besidesText(shown.overview)}</p>
          <ChatView
            key={chat?.key}
            client={shown.client}
            overview={shown.overview}
            chat={chat}
            onChoose={setChat}
          />
          {!chat && <ChatList overview={shown.overview} nowMs={nowMs} onChoose={setChat} />}
        </>
      )}
      <div class="buttons">
        <Button label={backupsPress.close} onPress={onDone} />
      </div>
    </Panel>
  );
}
