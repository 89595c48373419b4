import { ACTIVITY_KINDS, type ActivityKind } from "#src/domain/activity.ts";
import type { Day } from "#src/domain/day.ts";
import { assertNever } from "#src/kernel/never.ts";
import { day, short } from "./format.ts";
import { type Rendered, type RenderedChoice, says, words } from "./rendered.ts";

/** An activity that is not published yet, as far as it was said. */
export type BegunPlan = { readonly of: ActivityKind; readonly org?: string; readonly on?: Day };

/** The piece of it that is asked for; `next`: whether another one of the same message is looked at now. */
type PlanQuestion = BegunPlan & {
  readonly card: string;
  readonly field: "org" | "names" | "on" | "time" | "year" | "next";
  /** Whose it may be, where it is asked whose it is and there are few. */
  readonly orgs?: readonly string[];
};

/** What is asked about activities that staff tell of in ordinary words. */
export type PlanReply =
  /** A piece of an activity that is still missing. */
  | ({ readonly kind: "activity.question" } & PlanQuestion)
  /** One that is not published yet stays open beside another one that was told. */
  | ({ readonly kind: "activity.kept" } & BegunPlan)
  /** So many were told of in one message: they are gone through one after another. */
  | {
      readonly kind: "activity.several";
      readonly count: number;
      readonly tooMany: boolean;
      /** One activity for each of these bodies: each has its own register. */
      readonly bodies?: readonly string[];
    }
  /** A call to deputies, or what one of them did. */
  | { readonly kind: "activity.either"; readonly said: string };

const KINDS: ReadonlySet<string> = new Set<PlanReply["kind"]>([
  "activity.question",
  "activity.kept",
  "activity.several",
  "activity.either",
]);

/** True for what is asked about activities that staff tell of. */
export const isPlanReply = <T extends { readonly kind: string }>(reply: T): reply is Extract<T, PlanReply> =>
  KINDS.has(reply.kind);

/** Asks before anybody is told. */
export function renderPlanReply(reply: PlanReply): Rendered {
  switch (reply.kind) {
    case "activity.question":
      return question(reply);
    case "activity.kept":
      return words(`先前那场还没有发布,先留着:${begunPlan(reply)}。`, "现在说的是另一场:");
    case "activity.several":
      return reply.tooMany
        ? words(
            `这里有${reply.count}场,一句话最多说4场,还没有发。`,
            "请分开说;多的话说“计划模板”,填好表发来。",
          )
        : words(
            reply.bodies !== undefined && `${reply.bodies.join("、")}分开发,各有各的名单。`,
            `一共${reply.count}场,一场一场看:`,
          );
    case "activity.either":
      return planOrDeed(reply.said);
    default:
      return assertNever(reply);
  }
}

// It in a few words: 羊昌镇学习培训,12月9日(周三).
const begunPlan = ({ of, org = "", on }: BegunPlan): string =>
  [
    `${org}${of === "other" || (of === "group_activity" && org.endsWith("代表小组")) ? "活动" : ACTIVITY_KINDS[of]}`,
    ...(on === undefined ? [] : [day(on)]),
  ].join(",");

function question(reply: PlanQuestion): Rendered {
  const { card, field, on = "" } = reply;
  const drop: RenderedChoice = { label: "不发了", act: { do: "card.drop", card } };
  if (field === "year") return whichYear(card, on, drop);
  if (field === "next")
    return {
      ...words(`还有一场:${begunPlan(reply)}。接着看吗?`),
      choices: [{ label: "接着看", act: { do: "card.confirm", card } }, drop],
    };
  const bodies = field === "org" ? (reply.orgs ?? []).map((org) => says(org)) : [];
  const isKnown = reply.of !== "other" || reply.org !== undefined || reply.on !== undefined;
  return { ...words(isKnown && `${begunPlan(reply)}:`, QUESTIONS[field]), choices: [...bodies, drop] };
}

function whichYear(card: string, on: Day, drop: RenderedChoice): Rendered {
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
  names: "通知哪几位?请写姓名,比如:李明、王芳。都要来的,就说:全体代表",
  on: "活动在哪一天?比如:11月28日",
  time: "几点开始?比如:上午9点",
} as const;

// A tap says it so.
const planOrDeed = (said: string): Rendered => ({
  ...words(`“${short(said, 40)}”是要通知代表来参加,还是记代表做过的?`, "点一下,还没有发,也没有记。"),
  choices: [
    { label: "发通知", act: { do: "say", text: `发布活动 ${said}` } },
    { label: "记做过的", act: { do: "say", text: `代报 ${said}` } },
  ],
});
