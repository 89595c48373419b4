import type { AttendedKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import type { MeantActivity } from "#src/domain/requests/activity-of-day.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { kindIn } from "./kind-in.ts";
import { readHeld } from "./kinds-held.ts";
import { timeIn } from "./part-of-day.ts";

const EVENT =
  "活动|会议|[开的个]会(?!议室)|小组会?|座谈会?|视察|调研|培训|学习|评议|接待日?|执法检查|检查|大会|那[个场次]";
// 18号的活动, 27号下午的代表团会议: the day is that of the occasion, and not the one on which somebody was told of it.
const OCCASION = new RegExp(`^(?:[^,\\u3002;?]{0,10}?)(?:${EVENT})`, "u");
const DEED = /通知|告诉|告知|转告|电话|书面|当面|催|提醒/u;

/** The activity that words name by its day or by what it is called; undefined where they name none. */
export function findMeantActivity(
  line: string,
  today: Day,
  prefer: "past" | "future" = "future",
): MeantActivity | undefined {
  const named = findDates(line, { today, prefer }).flatMap((one) => {
    const after = OCCASION.exec(line.slice(one.index + one.text.length))?.[0];
    const isOf = !one.wide && !one.doubtful && after !== undefined && !DEED.test(after);
    return isOf ? [{ ...one, occasion: `${one.text}${after}` }] : [];
  });
  const [day, other] = named;
  if (other !== undefined && other.start !== day?.start) return undefined;
  if (day === undefined) {
    const kinds = kindsIn(line);
    return kinds.length === 0 ? undefined : { days: [], kinds };
  }
  const kinds = kindsIn(day.occasion);
  const part = partIn(day.occasion);
  return {
    days: [...new Set([day.start, ...otherwise(line, day.text, today, prefer)])],
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(part === undefined ? {} : { part }),
  };
}

// 18号 is this month's or the next one's: where nothing is on the one, it is the other.
function otherwise(line: string, text: string, today: Day, prefer: "past" | "future"): readonly Day[] {
  return findDates(line, { today, prefer: prefer === "past" ? "future" : "past" })
    .filter((one) => one.text === text)
    .map((one) => one.start);
}

// 昨天电话通知了王芳: right before the deed, it is when that was done.
const DONE =
  /^(?:[上下中]午|早上|晚上|就|都|已经?|我|我们|也|给|[\s,])*(?:打|通|电话|书面|当面|上门|微信|短信|通知|告诉|告知|转告)/u;

/** The day on which somebody was told, where it is said beside the telling and is not still to come. */
export const toldOn = (line: string, today: Day): Day | undefined =>
  findDates(line, { today, prefer: "past" }).find(
    (one) =>
      !one.wide && !one.doubtful && one.start <= today && DONE.test(line.slice(one.index + one.text.length)),
  )?.start;

/** The kinds for which a word may stand: 小组会议 is one of the group, or a sitting of a session. */
function kindsIn(words: string): readonly AttendedKind[] {
  const { kinds } = readHeld(words);
  const { kind } = kindIn(words);
  return kinds ?? (kind === undefined ? [] : [kind]);
}

function partIn(occasion: string): MeantActivity["part"] {
  const hour = /^(?<hour>\d{2}):/u.exec(timeIn(occasion) ?? "")?.groups?.["hour"];
  if (hour === undefined) return readHeld(occasion).part;
  return Number(hour) < 12 ? "morning" : Number(hour) < 18 ? "afternoon" : "evening";
}
