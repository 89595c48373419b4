import { CUTS } from "#src/domain/figures/figure-basis.ts";
import type { FigureView } from "#src/domain/figures/figure-view.ts";
import { attendanceWords, rateWords } from "./attendance-rate.ts";
import { byRoom } from "./by-room.ts";
import { pageMark, pagesOfSame, subjectWords } from "./figure-words.ts";
import { type Rendered, says, words } from "./rendered.ts";
import { deputyTaps } from "./taps-into.ts";

type Of<K extends FigureView["kind"]> = Extract<FigureView, { kind: K }>;

/** Attendance, a line for each township, group or station; each leads on to who was absent there. */
export const attendanceCut = ({
  subject,
  basis,
  by,
  attendance,
  lines,
}: Of<"figures.attendance-cut">): Rendered => ({
  ...words(
    `${subjectWords(subject)} ${attendance.expected === 0 ? "还没有定稿的活动" : attendanceWords(attendance, "人次")}`,
    rateWords(attendance),
    `按${CUTS[by]}${pageMark(lines)}`,
    ...lines.rows.map(({ label, tally }) => `${label === "" ? `没有${CUTS[by]}的` : label} ${lineOf(tally)}`),
  ),
  choices: [
    ...lines.rows.flatMap(({ label, basis: part }) =>
      part === undefined ? [] : [{ label, act: { do: "figures.absences", basis: part, page: 1 } as const }],
    ),
    ...pagesOfSame(lines, { do: "figures.absences", basis }),
    says("导出表格"),
  ],
  reusable: true,
});

const lineOf = (tally: Of<"figures.attendance-cut">["attendance"]): string => {
  if (tally.expected === 0) return "还没有定稿的活动";
  const rate = rateWords(tally);
  const each = rate === false ? "" : `,${rate.replace(/\(.*$/u, "")}`;
  const { expected, present } = tally;
  return byRoom(
    `${attendanceWords(tally, "人次")}${each}`,
    `应到${expected}、到会${present}、缺席${tally.absent}${each}`,
    `应到${expected}、到会${present}${each}`,
    `应到${expected}、到会${present}`,
  );
};

/** Who was never absent, or came every time, by name in the order of the roster. */
export function alwaysThere({ subject, basis, called, names }: Of<"figures.always-there">): Rendered {
  const about = subjectWords(subject);
  const { always: _, ...absences } = basis;
  const [what, rule, nobody] = ALWAYS[basis.always ?? "not-absent"];
  if (called === 0) return words(`${about}:还没有定稿的活动,看不出谁${what}。`);
  const rules = `只算已定稿、通知到本人的活动;${rule}。按名册排,不分先后。`;
  if (names.total === 0) return words(`${about}:${called}位应到过的代表,${nobody}。`, rules);
  return {
    ...words(
      `${about} ${what}的代表:${names.total}位(应到过的共${called}位)${pageMark(names)}`,
      names.rows.join("、"),
      rules,
    ),
    choices: [
      ...deputyTaps(names.rows),
      ...pagesOfSame(names, { do: "figures.absences", basis }),
      { label: "看缺席的", act: { do: "figures.absences", basis: absences, page: 1 } },
    ],
    reusable: true,
  };
}

const ALWAYS = {
  "not-absent": ["没有缺席过", "请了假的不算缺席", "每一位都缺席过"],
  present: ["次次都到", "请了假的没有算在里面", "没有一位次次都到"],
} as const;
