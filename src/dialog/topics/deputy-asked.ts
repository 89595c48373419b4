import type { Facts } from "#src/domain/facts.ts";
import { isStaff } from "../audience.ts";
import { type AskedFigure, basisOf } from "../basis-of.ts";
import type { Dialog, Turn } from "../dialog.ts";
import { ask, say } from "../turns.ts";
import { absenceBasis } from "./lists-asked.ts";

// 李明今年的出勤怎么样 is of the attendance, and no count of records.
const ATTENDED = /出勤|到会|考勤|参会|出席/u;

// 代表 李明 去年 is all of that year that 代表 李明 is of this one.
const AT_A_GLANCE = /^代表\s/u;
// 王芳今年提了几条意见: they are among what is told of her, and no records.
const OF_CASES = /意见|诉求/u;
const isPlainlyOf = ({ kind, mark, term, org, orgs }: AskedFigure): boolean =>
  [kind, mark, term, org, orgs].every((one) => one === undefined);

/** What a question about one deputy asks the house for. */
export function aboutDeputy(dialog: Dialog, query: AskedFigure, text: string, facts: Facts): Turn {
  const { person } = query;
  if (person === undefined) return say(dialog, { kind: "figures.refused", why: "no-such-deputy" });
  if (query.kind === undefined && query.from === undefined)
    return ask(dialog, { do: "figures.profile", person });
  const { from, to = from } = query;
  if (
    (AT_A_GLANCE.test(text) || OF_CASES.test(text)) &&
    isPlainlyOf(query) &&
    from !== undefined &&
    to !== undefined
  )
    return ask(dialog, { do: "figures.profile", person, period: { from, to } });
  if (query.kind === undefined && ATTENDED.test(text) && isStaff(facts.speaker))
    return ask(dialog, { do: "figures.absences", basis: absenceBasis(query, facts), page: 1 });
  return ask(dialog, { do: "figures.count", basis: basisOf(query, facts) });
}
