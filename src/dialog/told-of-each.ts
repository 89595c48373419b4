import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findCounts } from "#src/understanding/counts.ts";
import { understand } from "#src/understanding/understand.ts";
import { readingContext } from "./card.ts";

/** One of several deputies whom staff tell of in one message, and what he or she did. */
export type ToldOfOne = { readonly name: string; readonly deed: string };

const LONGEST = 300;
const TOGETHER = /一起|一同|一道|一路|也[去在来参]|陪同?|同[去行]|跟着/u;
const EACH = /(?:分别)?(?:各自?|每人|人均)(?=[^村镇界位种级方]{0,8}[\d一二两三四五六七八九十])/u;
const APART = /分别(?<did>[^\d,]{0,8}?)(?<list>\d+[^\d、,和]{1,4}(?:[、,和]\d+[^\d、,和]{1,4})+)/u;

/**
 * The deeds of several deputies that staff tell of in one message, each with whose it is: 李明走访5户,陈建国接待3人; 罗文军、杨秀英
 * 各接待3人. Undefined where it tells of one, or of a deed done together.
 */
export function toldOfEach(text: string, facts: Facts, at: Date): readonly ToldOfOne[] | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/^代报[\s,:]*/u, "");
  if (line.length > LONGEST || facts.people.filter((name) => line.includes(name)).length < 2)
    return undefined;
  const each = ofRow(line, facts) ?? ofPieces(line, facts);
  return each?.every((one) => isDeed(one, facts, at)) === true ? each : undefined;
}

const isDeed = ({ name, deed }: ToldOfOne, facts: Facts, at: Date): boolean => {
  const { reports } = understand(`代报 ${name} ${deed}`, readingContext(facts, at));
  return reports.length > 0 && Object.keys(findCounts(deed).counts).length > 0;
};

// 昨天 before the first name is of all of them.
function dayFirst(line: string, today: Facts["today"]): { readonly day: string; readonly rest: string } {
  const [found] = findDates(line, { today, prefer: "past" });
  if (found?.index !== 0) return { day: "", rest: line };
  return { day: found.text, rest: line.slice(found.text.length).replace(/^[\s,]+/u, "") };
}

const nameOf = (line: string, people: readonly string[]): string | undefined =>
  people.filter((name) => line.startsWith(name)).sort((a, b) => b.length - a.length)[0];

// 罗文军、杨秀英各接待3人; 李明、王芳分别走了3户、4户.
function ofRow(line: string, { people, today }: Facts): readonly ToldOfOne[] | undefined {
  const { day, rest } = dayFirst(line, today);
  const names: string[] = [];
  let left = rest;
  for (let name = nameOf(left, people); name !== undefined; name = nameOf(left, people)) {
    names.push(name);
    left = left.slice(name.length).replace(/^代表|^(?:[\s、,]|和|跟|与|及|还有)+/gu, "");
    left = left.replace(/^(?:[\s、,]|和|跟|与|及|还有)+/u, "");
  }
  if (names.length < 2) return undefined;
  const deed = left.replace(/^(?:[两三四五]?[位个](?:代表|人)?|代表)/u, "");
  const { did = "", list } = APART.exec(deed)?.groups ?? {};
  const amounts = list?.split(/[、,和]/u) ?? [];
  if (amounts.length === names.length)
    return names.map((name, at) => ({
      name,
      deed: `${day}${deed.replace(APART, `${did}${amounts[at] ?? ""}`)}`,
    }));
  return EACH.test(deed)
    ? names.map((name) => ({ name, deed: `${day}${deed.replace(EACH, "")}` }))
    : undefined;
}

// 李明走访5户,陈建国接待3人: a piece for each, from one name to the next.
function ofPieces(line: string, { people, today }: Facts): readonly ToldOfOne[] | undefined {
  const { day, rest } = dayFirst(line, today);
  const pieces: { name: string; deed: string }[] = [];
  for (const part of rest.split(/[,;。\n]+/u)) {
    const words = part.trim().replace(/^(?:另外|还有|以及|再有|然后|和)+/u, "");
    const name = nameOf(words, people);
    const last = pieces.at(-1);
    if (name !== undefined && name !== last?.name)
      pieces.push({ name, deed: words.slice(name.length).replace(/^代表|^[\s:]+/gu, "") });
    else if (last === undefined) return undefined;
    else if (words !== "") last.deed += `,${words}`;
  }
  if (pieces.length < 2 || pieces.some(({ deed }) => TOGETHER.test(deed) || IN_ROW.test(deed)))
    return undefined;
  return pieces.map(({ name, deed }) => ({ name, deed: hasDay(deed, today) ? deed : `${day}${deed}` }));
}

const IN_ROW = /^(?:[、和跟与]|$)/u;
const hasDay = (deed: string, today: Facts["today"]): boolean =>
  findDates(deed, { today, prefer: "past" }).length > 0;
