import { type Day, toDayNumber } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { isStaff } from "../audience.ts";
import { type Asked, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { withPlaces } from "../read-asked.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, say } from "../turns.ts";
import { activityIn } from "./activity.ts";

const LEAVE =
  /请(?:了|过|的)?(?:(?:是)?(?:什么|啥子?|哪样|哪[几]?天的?)|[几多]少?[次回天]|[几多]少?次的?)?假/u;
// Who was away without leave, what is still to be decided, and how leave is asked for are other questions.
const OTHER =
  /缺席|缺勤|没有?[来到去]|未到|出勤|无故|到会|旷|[不没未]请|没有请|批|准(?!备)|怎么|如何|咋|能不能|可不可以|能请|我|帮|给|替|要请|想请|算不算/u;
const ASKS =
  /谁|什么|啥|哪些|哪几[个位名]|哪位|哪个|几[个位名次人]|多少|名单|情况|人员|记录|统计|列一?下|列出|有没有人|有人|的(?:有|是|人|代表)|请(?:了|过)假的?(?:吗|没有?)/u;
const POLITE = /^(?:请|帮我|帮忙|麻烦|给我|你)*(?:查一?下|看一?下|看看|查|统计|列一?下)?(?!假)/u;
const MOST = /请(?:了|过)?假[^,。]{0,8}(?:最|排|第一|倒数|前[一二三四五六七八九十\d])|最[^,。]{0,6}请假/u;

/** 哪些人请假了, 12月3日活动谁请假: who has leave, where staff ask; who has most of it is not told. Undefined for all else. */
export function hearLeavesAsked(dialog: Dialog, text: string, facts: Facts): Turn | undefined {
  const line = text.normalize("NFKC").replace(/[\s.!?。]+/gu, "");
  if (!isStaff(facts.speaker) || line.length > 40 || !LEAVE.test(line)) return undefined;
  if (MOST.test(line)) return say(dialog, { kind: "figures.refused", why: "no-ranking" });
  const bare = withoutNumbers(line).replace(POLITE, "");
  if (OTHER.test(bare.replace(/我们?(?:镇|区|乡|街道)/gu, "")) || !ASKS.test(bare)) return undefined;
  const activity = activityIn(text);
  const person = findNames(bare, facts.people)[0];
  const asked: Asked = {
    ...withPlaces(periodIn(bare, facts), text, facts),
    ...(person === undefined ? {} : { person }),
  };
  const basis = { ...basisOf(asked, facts), ...(activity === undefined ? {} : { activity }) };
  return ask(dialog, { do: "figures.leaves", basis, page: 1 });
}

const OVER = /了|过|上|昨|前/u;

// A day of an activity may lie on either side of today: the nearer one is meant.
function periodIn(line: string, { today }: Facts): Pick<Asked, "from" | "to"> {
  const [past] = findDates(line, { today, prefer: "past" });
  const [ahead] = findDates(line, { today, prefer: "future" });
  if (past === undefined || ahead === undefined) return {};
  const away = (day: Day): number => Math.abs(toDayNumber(day) - toDayNumber(today));
  // 15号请假的有没有, in the middle between two of them, asks of the one to come.
  const isNearer = OVER.test(line)
    ? away(ahead.start) < away(past.start)
    : away(ahead.start) <= away(past.start);
  const meant = !past.wide && isNearer ? ahead : past;
  return { from: meant.start, to: meant.end };
}
