import type { FreshView, PlanView } from "#src/domain/requests/plan.ts";
import { activityWhen } from "./activity-words.ts";
import { undatedLine, undatedWhole } from "./undated.ts";
import { withYears } from "./years.ts";

/** When something of a plan is, and what it is called. */
export const planned = (one: FreshView): string => `${activityWhen({ ...one, number: "" })} ${one.title}`;

/**
 * What a plan would make, whole, for the operator: a line for each activity that is new, changed, open, closed or gone.
 * A plan is of the year that comes as often as of this one: every date has its year.
 */
export const planLines = (view: PlanView): string[] => linesOf(view).map((line) => withYears(line, null));

const linesOf = ({
  fresh,
  changed,
  undated,
  redated,
  fixed,
  adopted,
  twins,
  closed,
  gone,
  goneUndated,
}: PlanView): string[] => [
  ...fresh.flatMap((one) =>
    [one, ...(one.sittings ?? [])].map((each) => `新增 ${planned(each)} ${each.place ?? ""}`.trim()),
  ),
  ...changed.map(
    ({ activity, before, content }) =>
      `改动 ${activity.number} ${activityWhen(before)} ${before.place ?? ""} → ${activityWhen(activity)} ${activity.place ?? ""}${content === null ? "" : ` ${content}`}`,
  ),
  ...undated.map((one) => `待定 ${undatedLine(one)}`),
  ...redated.map((one) => `待定 ${undatedWhole(one)}`),
  ...fixed.map(({ activity, before }) => `定日期 ${undatedWhole(before)} → ${activityWhen(activity)}`),
  ...adopted.map((one) => `已发布过 ${one.number} ${activityWhen(one)} ${one.title}`),
  ...twins.map(
    ({ row, published }) =>
      `可能同一场 ${undatedLine(row)} / ${published.number} ${activityWhen(published)} ${published.title}`,
  ),
  ...closed.map((one) => `不动 ${one.number} ${activityWhen(one)} ${one.title}`),
  ...gone.map((one) => `不在新表里 ${one.number} ${activityWhen(one)} ${one.title}`),
  ...goneUndated.map((one) => `不在新表里 ${undatedWhole(one)}`),
];
