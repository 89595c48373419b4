import type { AbsenceNews } from "#src/domain/requests/absence-news.ts";
import type { AbsenceOutcome, RuleQuoted } from "#src/domain/requests/absence.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { Day } from "#src/domain/day.ts";
import { assertNever } from "#src/kernel/never.ts";
import { someNames } from "./some-names.ts";
import { absenceAnswer } from "./absence-answers.ts";
import { day, short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";

/** Everything that is said about absences. */
export type AbsenceReply =
  | AbsenceNews
  | { readonly kind: "absence.answer"; readonly outcome: AbsenceOutcome };

/** Puts warnings about absences, and their withdrawal, into words. */
export function renderAbsence(reply: AbsenceReply): Rendered {
  switch (reply.kind) {
    case "absence.warned":
      return warned(reply);
    case "absence.struck":
      return words(
        "只发给您:按登记,您有这几次未经批准缺席:",
        ...reply.activities.slice(-3).map(named),
        `规定:${reply.rule.text}(${reply.rule.source})`,
        "已请代表工作委员会核实。是否属实、怎么处理,由人来定,系统不下结论。",
        elsewhere(reply, "您"),
        objection(reply.activities.at(-1), reply.objectBy),
      );
    case "absence.case":
      return words(
        `请核实:${namesakeWords(reply.who)}代表`,
        ...reply.activities.slice(-3).map(named),
        `规定:${reply.rule.text}(${reply.rule.source})`,
        `${reply.rule.leadsTo}。`,
        reply.steps.length > 0 && `本区的步骤:${short(reply.steps.join("、"), 40)}`,
        `这只是线索,不是结论。核查了请说:已核查 ${reply.who.name} 结果`,
        elsewhere(reply, `${reply.who.name}代表`),
        "登记有错请说:改考勤 活动编号 姓名 到会",
      );
    case "absence.withdrawn":
      return withdrawn(reply);
    case "absence.case-withdrawn":
      return caseWithdrawn(reply);
    case "absence.unsaid":
      return unsaid(reply);
    case "absence.no-end-ahead":
    case "absence.no-end":
      return words(...endless(reply), CALENDAR_CURE);
    case "absence.answer":
      return absenceAnswer(reply.outcome);
    default:
      return assertNever(reply);
  }
}

function withdrawn(reply: Extract<AbsenceReply, { kind: "absence.withdrawn" }>): Rendered {
  if (reply.pending === true && !reply.stands)
    return words(
      `补假已收到:${named(reply.activity)}`,
      `等批期间,这次暂不算缺席,之前发的${reply.strike ? "核实通知" : "提醒"}先放下。`,
      "批准了就算请假;没有批准,这次缺席还照算。结果会告诉您。",
    );
  return words(
    `更正:${named(reply.activity)}`,
    reply.stands
      ? "之前发的核实通知作废,改为提醒。"
      : `这次不再算缺席,之前发的${reply.strike ? "核实通知" : "提醒"}作废。`,
    !reply.stands && "您不用再做什么。",
  );
}

const caseWithdrawn = ({
  name,
  activity,
  pending,
}: Extract<AbsenceReply, { kind: "absence.case-withdrawn" }>): Rendered =>
  pending === true
    ? words(
        `${name}代表补了假,等批:${named(activity)}`,
        "之前请您核实的事项先放下。没有批准的,会再请您核实。",
      )
    : words(`更正:${name}代表,${named(activity)}`, "已不符合条件,之前请您核实的事项撤回。");

const CALENDAR_CURE = "国务院公布后请更新日历,或在规则文件的 calendar 里写上放假和调休的日子。";

const endless = (
  reply: Extract<AbsenceReply, { kind: "absence.no-end-ahead" | "absence.no-end" }>,
): readonly string[] =>
  reply.kind === "absence.no-end"
    ? [
        `算不出异议的最后一天,落在${reply.year}年,还没有放假安排:`,
        `${named(reply.activity)}:${someNames(reply.names, 60)}`,
        "在这以前,本人什么时候提异议都收。",
      ]
    : [
        `还没有${reply.year}年的放假安排:${day(reply.from)}起告知的缺席,算不出异议的最后一天。`,
        "算不出时不猜,异议一直收。",
      ];

// Of both registers one may be wrong: it is said to everybody who hears of the absence.
const elsewhere = (
  { elsewhere: other = [] }: { readonly elsewhere?: readonly ActivityView[] },
  who: string,
): string | false =>
  other.length > 0 && `同一时间,${who}在别处登记到会:${other.slice(0, 2).map(named).join(";")}`;

function warned({
  activity,
  rule,
  level,
  strikeAt,
  objectBy,
  converted,
  ...also
}: Extract<AbsenceReply, { kind: "absence.warned" }>): Rendered {
  return {
    ...words(
      "只发给您的提醒:登记显示您未经批准缺席",
      named(activity),
      `规定:${rule.text}(${rule.source})`,
      converted !== undefined &&
        `本区规定:同一次会议缺席${converted.times}次这样的会,算缺席这次会议1次:${converted.sittings.map(named).join("、")}`,
      `这是第${level}次;满${strikeAt}次,${consequence(rule)}。`,
      elsewhere(also, "您"),
      "以后来不了,请先说:请假 原因",
      objection(activity, objectBy),
    ),
    number: activity.number,
  };
}

// What the district's own rule leads to is said to the deputy as what happens first; the law's own words stand.
const consequence = ({ leadsTo }: RuleQuoted): string =>
  leadsTo.endsWith("请代表工作委员会核实") ? "会请代表工作委员会核实" : leadsTo;

const unsaid = ({
  activity,
  text,
  objectBy,
}: Extract<AbsenceReply, { kind: "absence.unsaid" }>): Rendered => ({
  ...words(
    `您的异议还没有提成,最晚${day(objectBy)}:`,
    named(activity),
    `您说的:“${short(text, 80)}”`,
    "要提的话点一下,转给代表工作委员会核实。不提,不用管。",
  ),
  choices: [{ label: "提异议", act: { do: "absence.object", activity: activity.number, text } }],
  number: activity.number,
});

const named = ({ number, title, on }: ActivityView): string => `${number} ${day(on)} ${title}`;

const objection = (activity: ActivityView | undefined, until: Day | null): string =>
  `登记不对?${until === null ? "请说" : `最晚${day(until)}说`}:异议 ${activity?.number ?? ""} 当天我在会场`;
