/** One message as it is shown and saved. All texts are somebody else's: they are only ever shown as text. */
import type { MessageKind } from "./message-kinds.ts";

type Media = {
  /** Where it lies on the phone, as `Media/WhatsApp Images/…`; null if it was never downloaded. */
  path: string | null;
  name: string | null;
  mime: string | null;
  bytes: number | null;
  seconds: number | null;
};

type Reaction = { emoji: string; from: string | null };

type Quote = { text: string; from: string | null };

export type Message = {
  id: number;
  /** Null: the message has no date. */
  atMs: number | null;
  isFromMe: boolean;
  /** Null: the one that the chat is with, or the user. */
  from: string | null;
  kind: MessageKind;
  /** WhatsApp's number for the kind. */
  code: number;
  text: string;
  /** Characters that `text` was cut by. */
  cut: number;
  isStarred: boolean;
  isEdited: boolean;
  isForwarded: boolean;
  media: Media | null;
  quote: Quote | null;
  reactions: Reaction[];
  /** Degrees. */
  place: { latitude: number; longitude: number; name: string } | null;
  /** The choices of a poll. */
  choices: string[];
  /** Names in the contacts that were sent. */
  contacts: string[];
  /** What a link leads to, as WhatsApp has shown it. */
  link: { title: string; description: string } | null;
};
