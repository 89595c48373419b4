import type { Facts } from "#src/domain/facts.ts";
import { readTerseQuery, type TerseQuery } from "#src/understanding/terse-query.ts";
import { readingContext } from "./card.ts";
import type { Said } from "./topics/report.ts";

/**
 * What the words after a command ask about. A word that stands for nothing else is taken for somebody's name, known or
 * not: the house says whether there is such a person where the speaker may look, and one elsewhere reads like none.
 */
export function readAsked(words: string, said: Said, facts: Facts): TerseQuery {
  return readTerseQuery(words, readingContext(facts, said.at), "a-name");
}

/** The same where no name is expected: one that is known reads like any other word that means nothing there. */
export function readAskedWithoutNames(words: string, said: Said, facts: Facts): TerseQuery {
  return readTerseQuery(words, { ...readingContext(facts, said.at), people: [] }, "unread");
}
