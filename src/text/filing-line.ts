import { isDutyKind, DUTY_KINDS } from "#src/domain/duty-kind.ts";
import { isOpinionCategory, OPINION_CATEGORIES } from "#src/domain/opinion-category.ts";
import type { FilingLine } from "#src/domain/requests/filing.ts";
import { day, short } from "./format.ts";

/** One filing in a line: its number, what it is, its day, and of a record its place. */
export function filingLine({ of, number, what, on, place }: FilingLine): string {
  const about = isDutyKind(what)
    ? DUTY_KINDS[what].name
    : isOpinionCategory(what)
      ? `意见(${OPINION_CATEGORIES[what]})`
      : `“${short(what, 16)}”`;
  const where = of === "record" && place !== null ? `,${short(place, 12)}` : "";
  return `${number} ${about},${day(on)}${where}`;
}
