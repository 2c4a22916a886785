/** The search of *Help*: by stems, words of one meaning and typos of one letter, the likeliest topic first. */
import type { WhatsAppMessage as Topic } from "../../text/en/whatsapp-messages.ts";
import { isOneTypoApart, stemOf, wordsOf } from "./word-forms.ts";

export type SearchWords = { fillers: readonly string[]; same: readonly (readonly string[])[] };

/** `isExact`: these topics have most of what was typed. Else they are the nearest, perhaps none. */
export type FoundTopics = { topics: readonly Topic[]; isExact: boolean };

/** Title and listed words say what a topic is about; its text may mention a word in passing. */
const TITLE_WEIGHT = 3;
const TEXT_WEIGHT = 1;
/** A word that means the same, or that is one typo away, counts less than the word itself. */
const SAME_SHARE = 0.8;
const TYPO_SHARE = 0.6;
/** Of what was typed, weighed by how rare each word is. */
const EXACT_COVERAGE = 0.6;
const MOST_NEAREST = 3;

const stemsIn = (text: string) => wordsOf(text).map(stemOf);

/** `weights`: of each stem in it. `phrases`: title and listed words, as stems between blanks. */
type Indexed = { topic: Topic; weights: ReadonlyMap<string, number>; phrases: readonly string[] };

const titleOf = ({ gist, lookFor }: Topic) => [gist, ...lookFor].join(" ");
const textOf = ({ means, withKey, withoutKey, gone }: Topic) =>
  [means, withKey, withoutKey, gone ?? ""].join(" ");
const wordsIn = (topic: Topic) => wordsOf(`${titleOf(topic)} ${textOf(topic)}`);

function indexOf(topic: Topic): Indexed {
  const { gist, lookFor } = topic;
  const weights = new Map<string, number>();
  for (const stem of stemsIn(textOf(topic))) weights.set(stem, TEXT_WEIGHT);
  for (const stem of stemsIn(titleOf(topic))) weights.set(stem, TITLE_WEIGHT);
  return { topic, weights, phrases: [gist, ...lookFor].map((text) => ` ${stemsIn(text).join(" ")} `) };
}

/** What a typed word stands for: stems of the topics, each with the share that it counts. */
type Meaning = ReadonlyMap<string, number>;

/** @returns the search; an empty query finds all topics, in their order. */
export function searchOf(topics: readonly Topic[], words: SearchWords): (query: string) => FoundTopics {
  const indexed = topics.map(indexOf);
  const fillers = new Set(words.fillers);
  const same = words.same.map((group) => new Set(group.map(stemOf)));
  const known = new Map(
    [...topics.flatMap(wordsIn), ...words.same.flat()].map((word) => [word, stemOf(word)] as const),
  );
  const knownStems = new Set(known.values());

  function meaningOf(stem: string, word: string): Meaning {
    const meaning = new Map<string, number>();
    const add = (from: string, share: number) => {
      const alike = same.filter((group) => group.has(from)).flatMap((group) => [...group]);
      for (const one of alike) meaning.set(one, Math.max(meaning.get(one) ?? 0, share * SAME_SHARE));
      meaning.set(from, share);
    };
    // A word that is known is no typo of another.
    if (knownStems.has(stem)) add(stem, 1);
    else for (const [one, itsStem] of known) if (isOneTypoApart(word, one)) add(itsStem, TYPO_SHARE);
    return meaning;
  }

  const strengthIn = ({ weights }: Indexed, meaning: Meaning): number =>
    Math.max(0, ...[...meaning].map(([stem, share]) => share * (weights.get(stem) ?? 0)));

  /** A listed phrase inside the query, or the query inside a phrase; longer ones say more. */
  function phraseIn({ phrases }: Indexed, query: string): number {
    const shared = phrases.flatMap((phrase) =>
      query.includes(phrase) ? [phrase] : phrase.includes(query) ? [query] : [],
    );
    return Math.max(0, ...shared.map((text) => text.trim().split(" ").length));
  }

  return (query) => {
    const all = wordsOf(query);
    if (all.length === 0) return { topics, isExact: true };
    const telling = all.filter((word) => !fillers.has(word));
    const byStem = new Map((telling.length > 0 ? telling : all).map((word) => [stemOf(word), word]));
    const phrase = ` ${all.map(stemOf).join(" ")} `;
    const meanings = [...byStem].map(([stem, word]) => {
      const meaning = meaningOf(stem, word);
      const count = indexed.filter((one) => strengthIn(one, meaning) > 0).length;
      return { meaning, rarity: Math.log(1 + topics.length / Math.max(1, count)) };
    });
    const total = meanings.reduce((sum, { rarity }) => sum + rarity, 0);
    const ranked = indexed
      .map((one) => {
        const hits = meanings.map(({ meaning, rarity }) => ({ rarity, strength: strengthIn(one, meaning) }));
        const shared = phraseIn(one, phrase);
        const covered = hits.reduce((sum, { rarity, strength }) => sum + (strength > 0 ? rarity : 0), 0);
        return {
          topic: one.topic,
          isExact: shared > 1 || covered >= EXACT_COVERAGE * total,
          score: hits.reduce((sum, { rarity, strength }) => sum + rarity * strength, TITLE_WEIGHT * shared),
        };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const exact = ranked.filter(({ isExact }) => isExact);
    const shown = exact.length > 0 ? exact : ranked.slice(0, MOST_NEAREST);
    return { topics: shown.map(({ topic }) => topic), isExact: exact.length > 0 };
  };
}
