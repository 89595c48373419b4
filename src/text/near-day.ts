import { daysBetween, type Day } from "#src/domain/day.ts";
import { day } from "./format.ts";

/** 今天, 明天, or 5月12日(周二). */
export function nearDay(value: Day, today: Day): string {
  const ahead = daysBetween(today, value);
  if (ahead === 0) return "今天";
  return ahead === 1 ? "明天" : day(value);
}
