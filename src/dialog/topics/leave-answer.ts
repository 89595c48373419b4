import type { Day } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityRequest } from "#src/domain/requests/activity.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { FoundDate } from "#src/understanding/dates/found.ts";
import { readLeave } from "#src/understanding/leave.ts";
import type { Dialog, LeaveCard, Turn } from "../dialog.ts";
import { reasonAsSaid } from "../reason-as-said.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, without } from "../turns.ts";
import { activityIn } from "./activity.ts";
import { forAll } from "./one-reason.ts";

type Wish = Omit<Extract<ActivityRequest, { do: "activity.leave" }>, "do">;

/** A wish for leave that lacks its activity or its reason. */
export type Wished = Exclude<LeaveCard["asked"], { of: "activity.why-refuse" }>;

/** Takes words as what was asked about a wish for leave: which activity, or why. */
export const answerAsked = (dialog: Dialog, asked: Wished, text: string, facts: Facts): Turn =>
  ask(without(dialog, "leave"), forAll(asked, answered(asked, text, facts)));

/** The day that words name among those which leave may be from: of one that is over, 7号那场 is the 7th of this month. */
export const dayAmong = (
  { activities }: Extract<Wished, { of: "activity.which" }>,
  text: string,
  today: Day,
): FoundDate | undefined =>
  (["future", "past"] as const)
    .flatMap((prefer) => findDates(text, { today, prefer }))
    .find(({ start }) => activities.some((one) => one.on === start));

function answered(asked: Wished, text: string, facts: Facts): Wish {
  if (asked.of !== "activity.which") return { activity: asked.activity.number, ...reasonIn(text) };
  const { activities, leave } = asked;
  const day = dayAmong(asked, text, facts.today);
  const which = activityIn(text) ?? activities[placeIn(text)]?.number;
  const rest = withoutNumbers(day === undefined ? text : text.replace(day.text, ""))
    .replace(
      /第[一二三四五六\d]+?(?:个|场|次)?|(?:那|这)(?:个|场|次|天)?|活动|请(?:个)?假|[的,.!\s\u3002]/gu,
      "",
    )
    .trim();
  return {
    ...(which === undefined ? (day === undefined ? {} : { on: day.start }) : { activity: which }),
    ...(rest.length >= 2 ? reasonIn(text) : (leave ?? {})),
  };
}

/** The place of the one that is meant, from 0, where words count them: 第二个. */
export const placeIn = (text: string): number => {
  const said = /第(?<place>[一二三四五六1-6])/u.exec(text.normalize("NFKC"))?.groups?.["place"] ?? "";
  return said === "" ? -1 : Math.max("一二三四五六".indexOf(said), Number(said) - 1 || 0);
};

/** Why somebody stays away, as it is told when it is asked. */
export const reasonIn = (text: string): Pick<Wish, "reason" | "note"> => {
  const { reason } = readLeave(`请假,${text}`, []);
  return { reason: reasonAsSaid(reason, text), note: text.trim() };
};
