import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { inFocus, say } from "../turns.ts";
import type { Said } from "./report.ts";

const MOVES = /^(?:把|将)?(?:时间|日期|日子)?(?:改|换)(?:一?下)?(?:时间|日期|日子)?(?:成|到|为)?/u;

/** 改时间 2月30日, where no card is open: that there is no such day. Undefined for all else. */
export function hearNoSuchDay(dialog: Dialog, { text }: Said, { today }: Facts): Turn | undefined {
  const line = text.normalize("NFKC").trim();
  const rest = line.replace(MOVES, "").trim();
  if (rest === line || inFocus(dialog) !== undefined) return undefined;
  const [day, other] = findDates(rest, { today, prefer: "past" });
  return day?.impossible === true &&
    other === undefined &&
    day.index === 0 &&
    rest.length <= day.text.length + 2
    ? say(dialog, { kind: "report.no-such-day", said: day.text })
    : undefined;
}
