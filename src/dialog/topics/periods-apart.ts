import { addDays } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { askedStretch } from "../asked-stretch.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { findYears } from "../named-years.ts";
import { askedAlone } from "../two-periods.ts";
import { say } from "../turns.ts";
import { leavesOut } from "../unheeded.ts";
import type { Said } from "./report.ts";

const QUARTERS = /(?:四个|各个?|每个?|按|分)季度/u;
const EACH = /各(?!镇|个?小组|联络|村|类|乡|街)|分别|每年|按年/u;
const BESIDE = /^[\s、,;和与跟及]*$/u;
const MOST = 6;

/** Stretches of time that are not one (四个季度各多少, 去年12月和今年2月): each to be asked for by itself. Undefined for all else. */
export function periodsApart(dialog: Dialog, said: Said, facts: Facts): Turn | undefined {
  const text = said.text.normalize("NFKC");
  const periods = leavesOut(text) ? [] : periodsOf(text, said, facts);
  if (periods.length < 2) return undefined;
  const alone = periods.slice(0, MOST).map((period) => askedAlone(text, period, facts));
  return say(dialog, { kind: "figures.apart", of: "periods", alone });
}

function periodsOf(text: string, { at }: Said, facts: Facts): readonly string[] {
  const today = localDay(at, facts.zone);
  if (QUARTERS.test(text)) {
    const year = /今年|去年|前年|20\d\d年/u.exec(text)?.[0] ?? "";
    return ["一", "二", "三", "四"].map((one) => `${year}${one}季度`);
  }
  const { years } = findYears(text, today);
  if (years.length > 0) return EACH.test(text) ? years.map((year) => `${year}年`) : [];
  if (askedStretch({ text, at }, facts) !== undefined) return [];
  const dates = findDates(text, { today, prefer: "past" });
  const isBeside = dates.every((one, index) => {
    const next = dates[index + 1];
    return next === undefined || BESIDE.test(text.slice(one.index + one.text.length, next.index));
  });
  if (!isBeside || dates.some((one) => one.doubtful)) return [];
  // 11月29日周日 is said twice and is one.
  const isOne = dates.every((one, index) => {
    const next = dates[index + 1];
    return next === undefined || next.start === addDays(one.end, 1) || next.end === one.end;
  });
  return EACH.test(text) || !isOne || dates.length > 2 ? dates.map((one) => one.text) : [];
}
