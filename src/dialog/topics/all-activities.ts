import { type AttendedKind, isSitting } from "#src/domain/activity.ts";
import type { Request } from "#src/domain/request.ts";
import { yearAround } from "#src/domain/figures/figure-period.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Turn } from "../dialog.ts";

// One kind of meeting or activity; 活动 and 会议 alone are of any.
const KINDS: readonly (readonly [RegExp, AttendedKind | undefined])[] = [
  [/全体会议?/u, "plenary_sitting"],
  [/预备会议?/u, "preparatory_sitting"],
  [/代表团会议?|分团(?:审议|会议?)?/u, "delegation_sitting"],
  [/小组活动/u, "group_activity"],
  [/人代会|人大会议?|(?:人民)?代表大会|(?<!扩)大会|两会/u, "congress_session"],
  [/(?:学习)?培训/u, "training"],
  [/执法检查/u, "law_inspection"],
  [/视察/u, "inspection"],
  [/(?:专题)?调研/u, "thematic_research"],
  [/(?:工作)?评议会?/u, "work_appraisal"],
  [/接待(?:选民)?日/u, "reception"],
  // 小组会议 may be a sitting or a group's, and of these no register is kept.
  [/全会|分组会议?|小组会议?|座谈会?|列席/u, undefined],
];

/**
 * The answer to a question about attendance that names one kind of meeting is of that kind; of one that no register tells
 * apart, and of several at once, it is of all, and says so.
 */
export function tellingAllActivities(turn: Turn, text: string, { today }: Facts): Turn {
  const { request } = turn;
  if (!isOfAttendance(request)) return turn;
  const line = text.normalize("NFKC");
  const found = KINDS.filter(([named]) => named.test(line));
  // 人代会的全体会议 are those sittings of it.
  const isSittings = found.some(([, kind]) => kind !== undefined && isSitting(kind));
  const [first, another] = isSittings ? found.filter(([, kind]) => kind !== "congress_session") : found;
  if (first === undefined) return turn;
  const [, meeting] = first;
  if (meeting === undefined || another !== undefined) {
    const what = found.map(([named]) => named.exec(line)?.[0]).join("和");
    return {
      ...turn,
      replies: [{ kind: "figures.not-heeded", what, of: "all-activities" }, ...turn.replies],
    };
  }
  return "basis" in request
    ? { ...turn, request: { ...request, basis: { ...request.basis, meeting } } }
    : { ...turn, request: { ...request, meeting, period: request.period ?? yearAround(today) } };
}

type AttendanceRequest = Extract<
  Request,
  { do: "figures.absences" | "figures.own-attendance" | "export.absences" }
>;

const isOfAttendance = (request: Turn["request"]): request is AttendanceRequest =>
  request?.do === "export.absences" ||
  ((request?.do === "figures.absences" || request?.do === "figures.own-attendance") &&
    request.why === undefined);
