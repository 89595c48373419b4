import chineseDays from "chinese-days";
import { addDays, type Day, isDay, toDay, yearOf } from "#src/domain/day.ts";
import { beside } from "./calendar.ts";
import { type DateRule, type Meant, type Reference, smallNumber } from "./found.ts";

type Lunar = { readonly lunar: true; readonly month: number; readonly date: number; readonly eve?: true };
type Solar = { readonly lunar: false; readonly month: number; readonly date: number };

const FESTIVALS: Readonly<Record<string, Lunar | Solar>> = {
  元旦: { lunar: false, month: 1, date: 1 },
  妇女节: { lunar: false, month: 3, date: 8 },
  三八: { lunar: false, month: 3, date: 8 },
  植树节: { lunar: false, month: 3, date: 12 },
  清明: { lunar: false, month: 4, date: 5 },
  劳动节: { lunar: false, month: 5, date: 1 },
  五一: { lunar: false, month: 5, date: 1 },
  青年节: { lunar: false, month: 5, date: 4 },
  儿童节: { lunar: false, month: 6, date: 1 },
  六一: { lunar: false, month: 6, date: 1 },
  建党节: { lunar: false, month: 7, date: 1 },
  七一: { lunar: false, month: 7, date: 1 },
  八一: { lunar: false, month: 8, date: 1 },
  建军节: { lunar: false, month: 8, date: 1 },
  教师节: { lunar: false, month: 9, date: 10 },
  国庆: { lunar: false, month: 10, date: 1 },
  十一: { lunar: false, month: 10, date: 1 },
  宪法日: { lunar: false, month: 12, date: 4 },
  春节: { lunar: true, month: 1, date: 1 },
  大年初一: { lunar: true, month: 1, date: 1 },
  元宵: { lunar: true, month: 1, date: 15 },
  端午: { lunar: true, month: 5, date: 5 },
  七夕: { lunar: true, month: 7, date: 7 },
  中元: { lunar: true, month: 7, date: 15 },
  中秋: { lunar: true, month: 8, date: 15 },
  重阳: { lunar: true, month: 9, date: 9 },
  腊八: { lunar: true, month: 12, date: 8 },
  除夕: { lunar: true, month: 1, date: 1, eve: true },
  大年三十: { lunar: true, month: 1, date: 1, eve: true },
};

const NAMES = Object.keys(FESTIVALS).sort((a, b) => b.length - a.length);

/** The solar day of a lunar one; null where the tables end. */
function solarOf(year: number, month: number, date: number): Day | null {
  const lunar = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const { date: day } = chineseDays.getSolarDateFromLunar(lunar);
  return day !== undefined && isDay(day) ? day : null;
}

/** 国庆, 中秋节, 国庆前一天. A name alone is the nearest one in the wanted direction. */
const festivals: DateRule = {
  pattern: new RegExp(
    `(?:(?<year>[去今明])年)?(?<name>${NAMES.join("|")})(?:佳节|节|(?<=三八|五一|六一|七一|八一|十一|元旦|清明|国庆|春节|除夕|初一|三十|元宵|端午|中秋|重阳|腊八|七夕|中元|宪法日|植树节|妇女节|劳动节|青年节|儿童节|建党节|建军节|教师节))(?![月号日点路村])(?:假期?)?(?<beside>[前后](?:一|1)天)?(?:当天|那天)?`,
    "u",
  ),
  read: ({ year, name = "", beside: words }, reference) => {
    const festival = FESTIVALS[name];
    if (festival === undefined) return null;
    const years = year === undefined ? [0, -1, 1] : [{ 去: -1, 今: 0, 明: 1 }[year] ?? 0];
    return nearest(
      years.map((shift) => onDay(festival, yearOf(reference.today) + shift, words)),
      reference,
    );
  },
};

function onDay(festival: Lunar | Solar, year: number, words: string | undefined): Day | null {
  const { month, date } = festival;
  const day = festival.lunar ? solarOf(year, month, date) : toDay(year, month, date);
  if (day === null) return null;
  return beside(festival.lunar && festival.eve === true ? addDays(day, -1) : day, words);
}

function nearest(days: readonly (Day | null)[], { today, prefer }: Reference): Meant | null {
  const known = days.filter((day) => day !== null).sort();
  if (known.length === 1) return { start: known[0] ?? today };
  const day = prefer === "past" ? known.findLast((one) => one <= today) : known.find((one) => one >= today);
  return day === undefined ? null : { start: day };
}

const LUNAR_MONTHS = "正二三四五六七八九十冬腊";

/** 正月十二, 腊月二十三, 农历八月十五, 大年初三. */
const lunarDays: DateRule = {
  pattern:
    /(?:(?:农历|阴历|旧历)(?<month>[正一二三四五六七八九十冬腊]|十[一二])月|(?<sure>[正冬腊])月|(?<first>大年|正月))(?<date>初?[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?|\d{1,2})(?:日|号)?/u,
  read: ({ month, sure, first, date = "" }, reference) => {
    const name = sure ?? (first === undefined ? (month ?? "") : "正");
    const number =
      name === "一" ? 1 : name === "十一" ? 11 : name === "十二" ? 12 : LUNAR_MONTHS.indexOf(name) + 1;
    const day = smallNumber(date);
    if (number < 1 || day < 1 || day > 30) return null;
    const years = [0, -1, 1].map((shift) => solarOf(yearOf(reference.today) + shift, number, day));
    return nearest(years, reference);
  },
};

export const FESTIVE: readonly DateRule[] = [lunarDays, festivals];
