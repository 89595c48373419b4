import { addDays, type Day, toDayNumber, weekdayOf, yearOf } from "#src/domain/day.ts";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";
import { findMoments, type Moment } from "#src/understanding/dates/find-moments.ts";

/** When something is to be, as far as words say it. */
export type PlanWhen = {
  readonly on?: Day;
  readonly time?: string;
  /** The day is over this year, and no year was said: it may be next year's, or a slip. */
  readonly farOff?: true;
  /** The words of the day, as they stand there. */
  readonly said?: string;
  /** How long it goes on, in its own words: 9点到11点半, 12月8日到10日. */
  readonly stretch?: string;
  /** What is said besides. */
  readonly rest: string;
};

const NOON = 43_200;
const FAR_DAYS = 180;
const HOURS = "[\\d一二两三四五六七八九十:点时半分刻钟整到至~\\-—\\s]";
const PART = "(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)";
/** Only a clock: of which day is not said. */
const CLOCK_ALONE = new RegExp(`^(?!\\d{4}-)(?:${PART}|${HOURS})+$`, "u");
const FROM_TO = new RegExp(
  `${PART}?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[点时:](?=.*(?:到|至|[-~—])).*$`,
  "u",
);

/** Reads the day, the hour and how long; days without a year lie ahead. */
export function readWhen(said: string, today: Day): PlanWhen {
  const text = withSettledDay(said, today);
  const moments = momentsOf(text, today);
  const found = findDates(text, { today, prefer: "future" }).find(
    (one) => !one.wide && !one.doubtful && !CLOCK_ALONE.test(one.text) && isThatDay(text, one),
  );
  const time = findTime(text);
  const ofDay = moments.find((one) => one.index === found?.index);
  const ofClock = moments.find((one) => one.meaning.clock !== undefined);
  const held = [ofDay, ofClock].filter((one) => one !== undefined);
  const days = found !== undefined && found.end > found.start ? found.text : undefined;
  const hours = ofClock === undefined ? undefined : FROM_TO.exec(ofClock.text)?.[0];
  const stretch = [days, days?.includes(hours ?? "-") === true ? undefined : hours]
    .filter((one) => one !== undefined)
    .join(" ");
  return {
    ...(found === undefined ? {} : { on: found.start, said: found.text }),
    ...(found !== undefined && isFarOff(found.start, text, today) ? { farOff: true as const } : {}),
    ...(time === undefined ? {} : { time }),
    ...(stretch === "" ? {} : { stretch }),
    rest: without(text, [...new Set(held)]),
  };
}

// 国庆收假第一天 is no day of the holiday, and before the 30th is not on it: on which day is asked.
const OTHER_DAY =
  /^(?:假期|长假|节|小长假|放假|假)*(?:收假|结束|完|过|之|以)?后?的?(?:上班|开工|复工|收假)?的?(?:第[一二三四五]个?(?:天|日|工作日|周|星期)|头一天|首日|后|完)|^(?:之|以)?前(?![往去来面进])/u;
const isThatDay = (
  text: string,
  { index, text: said }: { readonly index: number; readonly text: string },
): boolean => !OTHER_DAY.test(text.slice(index + said.length)) && !IN_ITSELF.test(said);
const IN_ITSELF = /前$|后的?第.个?(?:工作)?[天日]/u;

const isFarOff = (on: Day, text: string, today: Day): boolean =>
  on > addDays(today, FAR_DAYS) && yearOf(on) !== yearOf(today) && !/20\d{2}\s*年?|明年|后年/u.test(text);

const momentsOf = (text: string, today: Day): readonly Moment[] =>
  findMoments(text, { day: toDayNumber(today), second: NOON, direction: "future" }).filter(
    ({ meaning }) => meaning.kind !== "duration",
  );

const without = (text: string, moments: readonly Moment[]): string =>
  moments
    .toSorted((a, b) => b.index - a.index)
    .reduce((rest, one) => `${rest.slice(0, one.index)} ${rest.slice(one.index + one.text.length)}`, text);

// 元旦后第一个周三, 15号以后的第二个星期五.
const NTH_WEEKDAY =
  /(?<base>[^\s,;\u3002]{1,8}?)(?:之|以|过)?后的?第(?<nth>[一二三四1-4])个(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/u;
const WEEKDAYS = "一二三四五六日";

function withSettledDay(text: string, today: Day): string {
  const { base = "", nth = "", weekday = "" } = NTH_WEEKDAY.exec(text)?.groups ?? {};
  const found = findDates(base, { today, prefer: "future" }).find((one) => !one.wide && !one.doubtful);
  if (found === undefined) return text;
  const wanted = WEEKDAYS.indexOf(weekday.replace("天", "日")) + 1;
  const count = "一二三四".indexOf(nth) + 1 || Number(nth);
  const ahead = (wanted - weekdayOf(found.end) + 6) % 7;
  const day = addDays(found.end, 1 + ahead + 7 * (count - 1));
  return text.replace(NTH_WEEKDAY, `${base.slice(0, base.indexOf(found.text))}${day}`);
}
