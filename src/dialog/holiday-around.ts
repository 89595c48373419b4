import { addDays, type Day } from "#src/domain/day.ts";
import type { Calendar } from "#src/domain/working-calendar.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { AskedStretch } from "./asked-stretch.ts";

const NAMED =
  /(?<name>元旦|春节|过年|清明|五一|劳动节|端午|中秋|国庆|十一)(?:节日?)?(?:期间|假期|放假|长假|小长假|黄金周|那几天|几天)/u;
// 国庆走访几户: the days off as well. 国庆前, 从国庆到现在 and 国庆当天 are reckoned from the day, and 五一路 is a street.
const BARE =
  /(?<![从自到至]|截至)(?<name>元旦|春节|过年|清明节|五一|劳动节|端午|中秋|国庆)节?(?!节?(?:[前后到至—~-]|之|以|过后|当[天日]|那天|这天|路|村|社区|组|街|镇|桥|寨|小区|广场|大道|户外|活动|那?个?月|期|放|长|小|假|黄))/u;
const DAY_OF: Readonly<Record<string, string>> = {
  元旦: "1月1日",
  过年: "春节",
  五一: "5月1日",
  劳动节: "5月1日",
  国庆: "10月1日",
  十一: "10月1日",
};

/** The days off around the feast that words name (国庆期间); undefined where they name none. */
export function holidayAround(line: string, today: Day, calendar: Calendar): AskedStretch | undefined {
  const whole = NAMED.exec(line);
  const found = whole ?? BARE.exec(line);
  const name = found?.groups?.["name"];
  if (found === null || name === undefined) return undefined;
  const year = /去年|前年|今年|(?:20)?\d{2}年/u.exec(line)?.[0] ?? "";
  const [feast] = findDates(`${year}${DAY_OF[name] ?? `${name}节`}`.replace("节节", "节"), {
    today,
    prefer: "past",
  });
  if (feast === undefined || calendar.isWorkday(feast.start) !== false)
    return whole === null ? undefined : { words: [found[0]] };
  const reach = (day: Day, step: 1 | -1): Day =>
    calendar.isWorkday(addDays(day, step)) === false ? reach(addDays(day, step), step) : day;
  const period = { from: reach(feast.start, -1), to: reach(feast.start, 1) };
  return { period, words: [found[0], year] };
}
