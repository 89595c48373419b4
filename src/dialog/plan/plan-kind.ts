import type { ActivityKind } from "#src/domain/activity.ts";
import { EVENT_WORDS } from "./event-words.ts";

const { inspection, thematic_research, law_inspection, work_appraisal, training, reception } = EVENT_WORDS;

// The surest first: 代表小组学习活动 is an activity of the group, 代表小组学习民法典 a training.
const KINDS: readonly (readonly [ActivityKind, RegExp])[] = [
  ["group_activity", /代表小组(?:集中|座谈|学习|交流)*活动/u],
  ["law_inspection", /执法检查/u],
  ["work_appraisal", new RegExp(work_appraisal, "u")],
  ["thematic_research", new RegExp(thematic_research, "u")],
  ["group_activity", /小组(?:活动|会(?!议室)|会议)/u],
  ["inspection", new RegExp(inspection, "u")],
  ["training", new RegExp(training, "u")],
  ["reception", new RegExp(`${reception}(?:日|选民|群众)|(?:选民|群众)${reception}`, "u")],
  ["congress_session", /人代会|代表大会/u],
  ["law_inspection", new RegExp(law_inspection, "u")],
  ["group_activity", /代表小组/u],
  ["inspection", /(?:[到去来]|一起|现场)[^,\u3002;]{0,12}看(?!病|望)/u],
];

/** The kind of activity that words call to; undefined where they name none. */
export const findPlanKind = (words: string): ActivityKind | undefined =>
  KINDS.find(([, pattern]) => pattern.test(words))?.[0];

const NAMED_ALONE =
  /^(?:不是[^,]{1,8},?)?(?:改成|改为|换成|应该是|应是|是|算|按)?(?:活动)?(?:类型|种类|类别)?(?:改成|改为|是|:)?\s*(?<kind>[\u4e00-\u9fff]{2,8})$/u;
const WHOLE: readonly (readonly [ActivityKind, RegExp])[] = [
  ["group_activity", /^(?:代表)?小组(?:活动|会议?)?$/u],
  ["reception", /^(?:代表)?接待(?:日|选民日?|群众日?)?$/u],
  ["inspection", /^(?:集中)?视察(?:活动)?$/u],
  ["thematic_research", /^(?:专题)?调研(?:活动)?$/u],
  ["law_inspection", /^执法检查(?:活动)?$/u],
  ["work_appraisal", /^(?:工作)?评议(?:活动|会)?$/u],
  ["training", /^(?:学习培训|培训|学习)(?:活动|会)?$/u],
];

/** The kind that a line names and nothing else: 改成调研, 是代表小组活动. */
export function findKindAlone(line: string): ActivityKind | undefined {
  const said = NAMED_ALONE.exec(line)?.groups?.["kind"] ?? "";
  return WHOLE.find(([, pattern]) => pattern.test(said))?.[0];
}
