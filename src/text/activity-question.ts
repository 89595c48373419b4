import { ACTIVITY_KINDS, type ActivityKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import { day } from "./format.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

/** An activity that is not published yet, as far as it was said. */
export type BegunPlan = { readonly of: ActivityKind; readonly org?: string; readonly on?: Day };

/** The piece of it that is asked for. */
export type PlanQuestion = BegunPlan & {
  readonly card: string;
  readonly field: "org" | "on" | "time" | "year";
  /** Whose it may be, where it is asked whose it is and there are few. */
  readonly orgs?: readonly string[];
};

// In a few words: 羊昌镇学习培训,12月9日(周三).
const begunPlan = ({ of, org = "", on }: BegunPlan): string =>
  [`${org}${of === "other" ? "活动" : ACTIVITY_KINDS[of]}`, ...(on === undefined ? [] : [day(on)])].join(",");

/** Says that it stays open, while another one is told. */
export const keptPlan = (plan: BegunPlan): Rendered =>
  words(`先前那场还没有发布,先留着:${begunPlan(plan)}。`, "现在说的是另一场:");

/** Asks for a piece of it, under what is known. */
export function planQuestion(reply: PlanQuestion): Rendered {
  const { card, field, on = "" } = reply;
  const drop: RenderedChoice = { label: "不发了", act: { do: "card.drop", card } };
  if (field !== "year") {
    const isKnown = reply.of !== "other" || reply.org !== undefined || reply.on !== undefined;
    const bodies = field === "org" ? (reply.orgs ?? []).map((org) => says(org)) : [];
    return {
      ...words(isKnown && `${begunPlan(reply)}:`, QUESTIONS[field]),
      choices: [...bodies, drop],
    };
  }
  const [year = ""] = on.split("-");
  const when = day(on);
  return {
    ...words(
      `今年的${when.replace(/\(.*\)/u, "")}已经过了,还没有发布。`,
      `是${year}年${when}吗?不是的话,请说是哪一天,比如:11月28日`,
    ),
    choices: [{ label: `对,是${year}年`, act: { do: "card.confirm", card } }, drop],
  };
}

const QUESTIONS = {
  org: "通知哪个镇街或小组?比如:〔镇〕代表小组",
  on: "活动在哪一天?比如:11月28日",
  time: "几点开始?比如:上午9点",
} as const;
