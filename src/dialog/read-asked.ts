import type { Facts } from "#src/domain/facts.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import { readTerseQuery, type TerseQuery } from "#src/understanding/terse-query.ts";
import { type AskedStretch, askedStretch, withoutStretch } from "./asked-stretch.ts";
import { askedPlaces, withWholeNames } from "./asked-places.ts";
import { type AskedTowns, findTowns } from "./asked-towns.ts";
import { isStaff } from "./audience.ts";
import type { Asked } from "./basis-of.ts";
import { readingContext } from "./card.ts";
import type { Said } from "./topics/report.ts";

/** What the words after a command ask about, and the first word that means nothing there. */
type ReadAsked = { readonly asked: Asked; readonly unread?: string };

/**
 * What the words after a command ask about. A word that stands for nothing else is taken for somebody's name, known or
 * not: the house says whether there is such a person where the speaker may look, and one elsewhere reads like none.
 */
export function readAsked(words: string, said: Said, facts: Facts): ReadAsked {
  return readPlaces(words, said, facts, (whole) =>
    readTerseQuery(whole, readingContext(facts, said.at), "a-name"),
  );
}

/** The same where a name must be one that is known, and any other word is unread. */
export const readAskedOfKnown = (words: string, said: Said, facts: Facts): ReadAsked =>
  readPlaces(words, said, facts, (whole) => readTerseQuery(whole, readingContext(facts, said.at), "unread"));

/** The same where no name is expected: one that is known reads like any other word that means nothing there. */
export function readAskedWithoutNames(words: string, said: Said, facts: Facts): ReadAsked {
  const context = { ...readingContext(facts, said.at), people: [] };
  return readPlaces(words, said, facts, (whole) => readTerseQuery(whole, context, "unread"));
}

function readPlaces(
  words: string,
  { at }: Said,
  facts: Facts,
  read: (words: string) => TerseQuery,
): ReadAsked {
  const whole = withWholeNames(words, facts);
  const stretch = askedStretch({ text: words, at }, facts);
  // 历年 and 本届 are no words of their own to whoever reads the rest.
  const { asked, ...rest } = read(isDated(stretch) ? withoutStretch({ text: whole, at }, facts) : whole);
  return { ...rest, asked: { ...withPlaces(asked, whole, facts), ...daysOf(stretch, facts) } };
}

const isDated = (stretch: AskedStretch | undefined): boolean =>
  stretch?.period !== undefined || stretch?.term !== undefined;

const daysOf = (stretch: AskedStretch | undefined, { today }: Facts): Pick<Asked, "from" | "to" | "term"> =>
  stretch?.term === undefined ? { ...stretch?.period } : { ...yearAround(today), term: stretch.term };

/** The same question about the one place or all the places that its words name: staff's questions are about some. */
export function withPlaces(asked: Asked, words: string, facts: Facts): Asked {
  const towns = isStaff(facts.speaker) ? findTowns(words) : undefined;
  const named = isStaff(facts.speaker) ? askedPlaces(withoutTowns(words, towns, facts), facts) : [];
  const [org, ...others] = named;
  if (org === undefined) return isOfTowns(asked, towns) ? withoutOrg(asked) : asked;
  const { org: _, orgs: __, ...rest } = asked;
  return others.length === 0 ? { ...rest, org } : { ...rest, orgs: named };
}

const withoutTowns = (words: string, towns: AskedTowns | undefined, facts: Facts): string =>
  withWholeNames(towns === undefined ? words : words.replace(towns.text, " "), facts);

// 两个镇 is no place of that name.
const isOfTowns = ({ org }: Asked, towns: AskedTowns | undefined): boolean =>
  org !== undefined && towns?.text.includes(org) === true;

function withoutOrg(asked: Asked): Asked {
  const { org: _, ...rest } = asked;
  return rest;
}
