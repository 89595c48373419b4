import type { Turn } from "../dialog.ts";

// One kind of meeting or activity; 活动 and 会议 alone are of any.
const NAMED =
  /人代会|人大会议?|(?:人民)?代表大会|(?<!扩)大会|两会|全会|全体会议?|代表团会议?|分团会议?|预备会议?|分组会议?|小组会议?|小组活动|(?:学习)?培训|视察|调研|执法检查|座谈会?|接待日|评议会?|列席/u;

/** The answer to a question about attendance that names one kind of meeting: the figure is of all, and says so. */
export function tellingAllActivities(turn: Turn, text: string): Turn {
  const { request } = turn;
  if (request?.do !== "figures.absences" && request?.do !== "figures.own-attendance") return turn;
  const what = NAMED.exec(text.normalize("NFKC"))?.[0];
  if (what === undefined || request.why !== undefined) return turn;
  return { ...turn, replies: [{ kind: "figures.not-heeded", what, of: "all-activities" }, ...turn.replies] };
}
