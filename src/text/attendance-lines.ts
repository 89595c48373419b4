import { ATTENDANCE_STATUSES } from "#src/domain/activity.ts";
import type { ActivityOutcome } from "#src/domain/attendance/activity-outcome.ts";
import type { AttendanceLine } from "#src/domain/figures/attendance-view.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import { RATE_RULE, rateWords } from "./attendance-rate.ts";
import { pageMark, subjectWords } from "./figure-words.ts";
import { byRoom } from "./by-room.ts";
import { dayByRoom, short } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { shareWords } from "./times-present.ts";

type Lines = Extract<FigureView, { kind: "figures.attendance-lines" }>;

const OUTCOMES = {
  later: "还没到",
  "not-final": "还没定稿,不算",
  "not-notified": "没有通知到的记录,不算",
  "no-mandate": "不在任职期间,不算",
  suspended: "暂停职务期间,不算",
  attended: "到会",
  "left-unmarked": "没有登记,不算",
  "on-leave": "请假,批准了",
  "leave-open": "请假等批,暂不算",
  absence: "缺席,没有批准的请假",
} as const satisfies Record<ActivityOutcome, string>;

/** 为什么 after attendance or absences: every activity with what it was counted as, the time there, and the rules. */
export function attendanceLines(view: Lines): Rendered {
  const { subject, lines, ahead, attendance, share } = view;
  const isOwn = subject === undefined;
  if (lines.total === 0 && !isOwn) return words(`${subjectWords(subject)}:没有缺席。`);
  if (lines.total === 0)
    return words(
      ahead > 0 ? `还没有开过的活动;还没到的${ahead}场,开完定稿才算。` : "今年还没有通知过您的活动。",
      "近期安排请说:我的活动",
    );
  const first = lines.page === 1;
  const rate = rateWords(attendance);
  return {
    ...words(
      `逐次这样算的${pageMark(lines)}:${first && isOwn && rate !== false ? rate : ""}`,
      ...lines.rows.map((one) => line(one, share)),
      first && `${byRoom(RATE_RULE, RATE_RULE, "")}${ahead > 0 ? `还没到的${ahead}场不算。` : ""}`,
      ...rulesLine(view),
    ),
    choices: lines.page < lines.pages ? [says("下一页", `为什么 ${lines.page + 1}`)] : [],
    reusable: true,
  };
}

/** What to say where one's own register is wrong: only what somebody is warned of is objected to. */
export const wrongWords = (objectTo: string | null): string =>
  objectTo === null ? "登记不对,请联系镇街人大工作人员更正。" : `有不对的,请说:异议 ${objectTo} 当天我在会场`;

// The rule that makes an absence count, and the way to say that it was none, belong together.
function rulesLine({ rules: [rule], subject, absence, sessionShare }: Lines): readonly string[] {
  if (absence === null) return [];
  const said =
    subject === undefined
      ? wrongWords(rule?.as === "itself" ? absence.number : null)
      : "登记有错,说:改考勤 编号 姓名 到会";
  if (rule?.cite.text === undefined) return [said];
  const cited = `${rule.cite.source}:${rule.cite.text}`;
  const quote = (most: number): string => `规定:${short(cited, most)}。`;
  const quoted = byRoom(quote(60), quote(60), quote(60), "");
  const whole = rule.as === "with-session" ? `按整个会议算:${missedSession(sessionShare)}才算一次。` : "";
  return [`${quoted}${whole === "" ? "" : byRoom(whole, whole, whole, "")}${said}`];
}

const missedSession = (share: Lines["sessionShare"]): string =>
  share === null ? "各次会议都没来" : `来的次数不足${shareWords(share)}`;

function line(one: AttendanceLine, share: Lines["share"]): string {
  const { outcome, status, minutes, number } = one;
  if (one.bySittings) return `${dayByRoom(one.date)} ${number} 整个会议,按各次会议算`;
  const how =
    outcome === "attended" && status !== "present" ? ATTENDANCE_STATUSES[status] : OUTCOMES[outcome];
  const whose = one.name === undefined ? "" : `${one.name} `;
  const told = outcome === "absence" ? byRoom(how, how, "缺席") : how;
  const came = outcome === "absence" && status !== "absent" ? `登记${ATTENDANCE_STATUSES[status]},` : "";
  return `${whose}${dayByRoom(one.date)} ${number} ${came}${told}${spent(minutes, share)}`;
}

function spent(minutes: AttendanceLine["minutes"], share: Lines["share"]): string {
  if (minutes === null) return "";
  const { attended, held } = minutes;
  const isShort = share !== null && attended * share.of < held * share.parts;
  const why = isShort && share !== null ? `,不足${shareWords(share)}按缺席` : "";
  return byRoom(
    `(到会${attended}分钟,共${held}分钟${why})`,
    `(到会${attended}/${held}分钟)`,
    `(${attended}/${held}分钟)`,
  );
}
