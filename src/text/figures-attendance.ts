import type { AbsenceLine } from "#src/domain/figures/attendance-view.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import { leftLine } from "./left-line.ts";
import { attendanceLines, wrongWords } from "./attendance-lines.ts";
import { rateWords, attendanceWords } from "./attendance-rate.ts";
import { meetingName, pageMark, pagesOfSame, period, subjectWords } from "./figure-words.ts";
import { byRoom } from "./by-room.ts";
import { dayByRoom, titleByRoom } from "./format.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { deputyTaps } from "./taps-into.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

const COUNTED = "只算已定稿、通知到本人、没有请假的活动。";
/** With so many lines, and what is said of all of them, there is no room for one more. */
const MOST_WITH_RULE = 5;

const spent = ({ minutes }: AbsenceLine): string =>
  minutes === null
    ? ""
    : byRoom(
        `(到会${minutes.attended}分钟,共${minutes.held}分钟)`,
        `(到会${minutes.attended}/${minutes.held}分钟)`,
        "",
      );

/** Who was absent without leave. */
export function absences({ subject, basis, lines, attendance: counts }: Of<"figures.absences">): Rendered {
  const about = subjectWords(subject);
  // How many came is said of everybody, and not of some.
  const rates =
    counts.expected === 0 || subject.least !== undefined
      ? []
      : [attendanceWords(counts, "人次"), rateWords(counts)];
  if (lines.total === 0)
    return words(
      subject.least === undefined ? `${about}:没有缺席。` : `${about}:一位也没有。`,
      ...rates,
      COUNTED,
    );
  return {
    ...words(
      `${about} 缺席${lines.total}人次${pageMark(lines)}`,
      ...(lines.page === 1 ? rates : []),
      ...lines.rows.map(
        (one) => `${one.name} ${dayByRoom(one.date)} ${titleByRoom(one.title, 12)}${one.number}${spent(one)}`,
      ),
      // How it is counted is told by 为什么 as well.
      (lines.page > 1 || lines.rows.length < MOST_WITH_RULE) && byRoom(COUNTED, ""),
    ),
    choices: [
      ...deputyTaps(lines.rows.map(({ name }) => name)),
      ...pagesOfSame(lines, { do: "figures.absences", basis }),
      says("导出表格"),
    ],
    reusable: true,
  };
}

/** A deputy's own attendance, at a glance or activity by activity. */
export const attendance = (view: Of<"figures.own-attendance"> | Of<"figures.attendance-lines">): Rendered =>
  view.kind === "figures.own-attendance" ? ownAttendance(view) : attendanceLines(view);

const MOST_EARLIER = 3;

function ownAttendance({
  attendance: counts,
  absences: missed,
  earlier,
  objectTo,
  period: stretch,
  meeting,
  asked,
  today,
}: Of<"figures.own-attendance">): Rendered {
  const what = meeting === undefined ? "活动" : meetingName(meeting);
  const when = asked ? period(stretch) : `${today.slice(0, 4)}年`;
  const line = (one: AbsenceLine): string =>
    `${dayByRoom(one.date)} ${titleByRoom(one.title, 14)}${one.number}${spent(one)}`;
  const before = [
    earlier.length > 0 && `此前还在计算期内的缺席${earlier.length}次:`,
    ...earlier.slice(0, MOST_EARLIER).map(line),
    leftLine(earlier, MOST_EARLIER, "次", "看全点“为什么”"),
  ];
  const most = earlier.length > 0 ? 2 : 4;
  const none = missed.length + earlier.length === 0;
  const object = !none && wrongWords(objectTo);
  if (counts.expected === 0)
    return words(
      `${when}还没有定稿的${what}(没有通知到您的不算)。`,
      ...before,
      object,
      none && "近期安排请说:我的活动",
    );
  return {
    ...words(
      `您${when}${what}${attendanceWords(counts, "次")}`,
      rateWords(counts),
      missed.length === 0 ? "没有缺席。" : `缺席${missed.length}次:`,
      ...missed.slice(0, most).map(line),
      leftLine(missed, most, "次", "看全点“为什么”"),
      ...before,
      object,
    ),
    choices: [says("为什么"), says("我的履职")],
    reusable: true,
  };
}
