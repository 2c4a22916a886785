import { useEffect, useState } from "preact/hooks";
import type { Chat, Overview } from "../../../inside/chat-list.ts";
import { EXPORT_FORMATS, type ExportFormat } from "../../../inside/export-chats.ts";
import type { Hit, Hits } from "../../../inside/find-text.ts";
import { chooseFile } from "../../../platform/files.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import type { InsideClient } from "./inside-client.ts";
import { MessageList } from "./message-list.tsx";

const ENDINGS: Record<ExportFormat, string> = { html: "html", text: "txt", json: "json" };
const MOST_LISTED = 100;

type ChatViewProps = {
  client: InsideClient;
  overview: Overview;
  /** Null: none is chosen, so what is done is done with all. */
  chat: Chat | null;
  onChoose: (chat: Chat | null) => void;
};

/** Saves one chat or all to a file that the user chooses. */
function useSave({ client, chat }: ChatViewProps) {
  const { exportName, insideWords } = useText();
  const { busy, run, say } = useAct();
  const save = (format: ExportFormat) =>
    run(async () => {
      // The picker must open in the press itself.
      const place = await chooseFile(`${exportName}.${ENDINGS[format]}`);
      if (!place) return;
      const sink = await place.start();
      try {
        await client.ask("startExport", { chat: chat?.key ?? null, format });
        for (;;) {
          const piece = await client.ask("nextPiece", null);
          if (!piece) break;
          await sink.write(piece);
        }
        await sink.commit();
        say.status(insideWords.saved);
      } catch (reason) {
        await sink.abort();
        throw reason;
      }
    });
  return { busy, save };
}

type FoundProps = { hits: Hits; overview: Overview; onGo: (hit: Hit) => void };

function Found({ hits: { hits, hasMore }, overview, onGo }: FoundProps) {
  const { exportWords, hitsText } = useText();
  const names = new Map(overview.chats.map(({ key, name }) => [key, name]));
  return (
    <>
      <p role="status">{hitsText(hits.length, hasMore, MOST_LISTED)}</p>
      <ul class="chats">
        {hits.slice(0, MOST_LISTED).map((hit) => (
          <li key={hit.id} dir="auto">
            <Button
              label={`${names.get(hit.chat) ?? ""} · ${exportWords.when(hit.atMs || null)}`}
              look="link"
              onPress={() => onGo(hit)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One chat, or the search and the saving of all of them. */
export function ChatView(props: ChatViewProps) {
  const { client, overview, chat, onChoose } = props;
  const { insideWords, saveText } = useText();
  const { run, say } = useAct();
  const { busy, save } = useSave(props);
  const [words, setWords] = useState("");
  const [date, setDate] = useState("");
  const [hits, setHits] = useState<Hits | null>(null);
  const [length, setLength] = useState<number | null>(null);
  const [goTo, setGoTo] = useState({ at: 0 });
  useEffect(() => {
    if (!chat) return;
    run(async () => {
      const all = await client.ask("length", chat.key);
      setLength(all);
      setGoTo({ at: Math.max(0, all - 1) });
    });
  }, [chat]);
  const find = () => run(async () => setHits(await client.ask("find", { words, chat: chat?.key ?? null })));
  const jump = () =>
    run(async () => {
      const atMs = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00`).getTime() : Number.NaN;
      if (!chat || Number.isNaN(atMs)) return say.alert(insideWords.dateWrong);
      setGoTo({ at: await client.ask("placeOfTime", { chat: chat.key, atMs }) });
    });
  const go = (hit: Hit) => {
    if (hit.chat !== chat?.key) return onChoose(overview.chats.find(({ key }) => key === hit.chat) ?? null);
    run(async () => setGoTo({ at: await client.ask("placeOf", { chat: hit.chat, id: hit.id }) }));
  };
  return (
    <>
      {chat && (
        <div class="buttons">
          <Button label={insideWords.allChats} look="quiet back" onPress={() => onChoose(null)} />
          <b dir="auto">{chat.name}</b>
        </div>
      )}
      <TextField
        label={chat ? insideWords.findHere : insideWords.findAll}
        value={words}
        maxLength={200}
        onInput={setWords}
        onEnter={find}
      />
      {chat && (
        <TextField
          label={insideWords.date}
          hint={insideWords.dateHint}
          value={date}
          maxLength={10}
          onInput={setDate}
          onEnter={jump}
        />
      )}
      <div class="buttons">
        <Button label={insideWords.find} onPress={find} />
        {chat && <Button label={insideWords.jump} onPress={jump} />}
        {EXPORT_FORMATS.map((format) => (
          <Button
            key={format}
            label={saveText(format, chat !== null)}
            busy={busy}
            onPress={() => save(format)}
          />
        ))}
      </div>
      {hits && <Found hits={hits} overview={overview} onGo={go} />}
      {chat && length !== null && (
        <MessageList
          chat={chat.name}
          length={length}
          goTo={goTo}
          load={(start, end) => client.ask("page", { chat: chat.key, start, end })}
        />
      )}
    </>
  );
}
