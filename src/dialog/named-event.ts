import type { Invitation } from "#src/domain/facts.ts";
import { EVENT_WORDS } from "./plan/event-words.ts";

const EVENTS = Object.entries(EVENT_WORDS).map(([kind, words]) => ({ kind, word: new RegExp(words, "u") }));

/** The word of a line that names what people are called to, as it stands there: 接待, 小组; undefined without one. */
export const findNamedEvent = (line: string): string | undefined =>
  EVENTS.map(({ word }) => word.exec(line)?.[0]).find((word) => word !== undefined);

/** The activities that such a word means: those of that kind, or else with the word in their name. */
export function listNamed(word: string, called: readonly Invitation[]): readonly Invitation[] {
  const ofKind = called.filter(({ kind }) =>
    EVENTS.some((event) => event.kind === kind && event.word.test(word)),
  );
  return ofKind.length > 0 ? ofKind : called.filter(({ title }) => title.includes(word));
}
