import type { Day } from "#src/domain/day.ts";
import { yearAround, yearBefore } from "#src/domain/figures/figure-period.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { AskedStretch } from "./asked-stretch.ts";

const SAME = /(?<![比跟和同与较])(?:去年|上年|上一年)的?(?:同期|同一?时期|这个?时候)/u;

/** 上年同期 is no whole year: as much of it as is over of this one, or of the stretch that is named beside it. */
export function sameBefore(line: string, today: Day): AskedStretch | undefined {
  const same = SAME.exec(line)?.[0];
  if (same === undefined) return undefined;
  const [named] = findDates(line.replace(same, " "), { today, prefer: "past" });
  const period = named === undefined ? yearAround(today) : { from: named.start, to: named.end };
  return { period: yearBefore(period, today), words: [same, named?.text ?? ""] };
}
