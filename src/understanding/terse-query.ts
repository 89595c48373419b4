import { guarded } from "./guarded.ts";
import { DUTY_KINDS, type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "./dates/find-dates.ts";
import { findCut } from "./find-cut.ts";
import { mainKind } from "./kinds.ts";
import { findNames } from "./names.ts";
import type { Query, ReadingContext } from "./understanding.ts";

/** What the words after a command ask about, and the first word that means nothing there. */
export type TerseQuery = { readonly asked: Omit<Query, "name">; readonly unread?: string };

const ORG = guarded(/^[一-龥]{2,8}(?:代表小组|联络站|街道|镇|乡|村|社区)$/u);
const FILLER = guarded(
  /^(?:(?:我们?)?全[区县市镇乡]|[本我]们?[区县镇乡]|[全本]街道|辖区|全部|所有|的|情况|代表|(?:全体|所有)代表|户数|人数|次数)的?$/u,
);
// How a figure is divided is read apart: these words take nothing from it.
const isDivided = (word: string): boolean =>
  findCut(word)?.text === word.replace(/(?:统计|汇总|情况|来?看)$/u, "");
const PART = guarded(
  /^(?:(?:人大)?(?:代表)?第?[一二三四五六七八九十\d]{1,2})?(?:人大)?(?:代表)?(?:小组|联络[站室]|工作站)$/u,
);
const NO_MONTH = guarded(/(?:^|\D)(?:0|1[3-9]|[2-9]\d)月/u);

/**
 * Reads 羊昌镇 走访 二季度: organisations, kinds, periods and names in any order. A word that adds nothing is named
 * instead of being left out, because an answer to another question is worse than none; `unknown` says whether the first
 * such word may be the name of somebody who is not known. Pure, offline.
 */
export function readTerseQuery(
  words: string,
  context: ReadingContext,
  unknown: "a-name" | "unread",
): TerseQuery {
  let asked: Omit<Query, "name"> = {};
  for (const word of words.split(/[\s,,、;;::。??]+/u)) {
    if (word === "" || FILLER.test(word) || isDivided(word)) continue;
    const read = readWord(word, context);
    const isNothing = Object.keys(read).length === 0;
    const isSecond = asked.person !== undefined && (isNothing || read.person !== undefined);
    if (isSecond || (isNothing && unknown === "unread")) return { asked, unread: word };
    const added = isNothing ? { person: word } : read;
    asked = { ...asked, ...added };
  }
  return { asked };
}

function readWord(word: string, { at, zone, people, places }: ReadingContext): Omit<Query, "name"> {
  // There is no 13月: read as another month it would answer another question.
  if (NO_MONTH.test(word)) return {};
  const org = places.filter((one) => word.includes(one)).sort((a, b) => b.length - a.length)[0];
  const rest = org === undefined ? word : word.replace(org, "");
  // 东风镇 is not its 联络站: a part that is not known by name is asked of the house, and no whole is passed off as it.
  if (org !== undefined && PART.test(rest) && word.startsWith(org)) return { org: word };
  const period = findDates(rest, { today: localDay(at, zone), prefer: "past" })[0];
  const person = findNames(rest, people)[0];
  const kind = SHORT.find(([words]) => words.test(rest))?.[1] ?? mainKind(rest)?.kind ?? kindNamed(rest);
  const read = {
    ...(org === undefined ? {} : { org }),
    ...(person === undefined ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
    ...(period === undefined ? {} : { from: period.start, to: period.end }),
  };
  // What looks like the name of a place is one, known or not: the house says whether it is there.
  return Object.keys(read).length === 0 && ORG.test(word) ? { org: word } : read;
}

// What staff call for short what goes by a longer name, and what another kind's name begins with.
const SHORT: readonly (readonly [RegExp, DutyKind])[] = [
  [/^(?:提(?:出|交|了)?)?(?:代表)?建议$/u, "suggestion_lead"],
  [/^(?:附议|联名(?:的)?建议)$/u, "suggestion_cosign"],
  [/^(?:提(?:出|交|了)?|领衔)?(?:代表)?议案$/u, "motion_lead"],
  [/^联名$/u, "motion_cosign"],
  [/^(?:群众|选民)?座谈会?$|^院坝会$|^坝坝会$/u, "voter_forum"],
];

// 接待 and 视察 alone are no sentence about duty; after a command they are the beginning of what it is called.
const kindNamed = (word: string): DutyKind | undefined =>
  word.length < 2
    ? undefined
    : Object.keys(DUTY_KINDS)
        .filter(isDutyKind)
        .find((kind) => DUTY_KINDS[kind].name.startsWith(word));
