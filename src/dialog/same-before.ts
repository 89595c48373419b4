import type { Facts } from "#src/domain/facts.ts";
import { type FigurePeriod, yearAround, yearBefore } from "#src/domain/figures/figure-period.ts";
import { localDay } from "#src/domain/local-time.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Said } from "./topics/report.ts";

const SAME = /(?<![比跟和同与较])(?:去年|上年|上一年)的?(?:同期|同一?时期|这个?时候)/u;

/** 上年同期 is no whole year: as much of it as is over of this one, or of the stretch that is named beside it. */
export function sameBefore({ text, at }: Pick<Said, "text" | "at">, facts: Facts): FigurePeriod | undefined {
  const line = text.normalize("NFKC");
  if (!SAME.test(line)) return undefined;
  const today = localDay(at, facts.zone);
  const [named] = findDates(line.replace(SAME, " "), { today, prefer: "past" });
  const period = named === undefined ? yearAround(today) : { from: named.start, to: named.end };
  return yearBefore(period, facts.today);
}
