import type { ReportedThere } from "#src/domain/requests/attendance.ts";
import type { SureQuestion } from "#src/domain/sure-question.ts";
import { activityLine } from "./activity-words.ts";
import { unfinishedLine } from "./attendance-leave.ts";
import { tallyLines } from "./attendance.ts";
import { elsewhereLines } from "./elsewhere-lines.ts";
import { foreseenLines } from "./foreseen-lines.ts";
import { someNames } from "./some-names.ts";
import { MOVED } from "./sure-words.ts";
import { timesLines } from "./times-present.ts";

/** What would follow from a register that is made final, and who says that it is wrong about somebody. */
export const finaliseLines = ({
  activity,
  tally,
  times,
  records,
  foreseen,
  there = [],
  elsewhere = [],
  unfinished,
  moved,
}: Extract<SureQuestion, { kind: "sure.finalise" }>): (string | false)[] => [
  moved && MOVED,
  `要定稿吗?${activityLine(activity)}`,
  ...tallyLines(tally),
  ...timesLines(times),
  records > 0 && `到会的${records}人自动记入履职。`,
  ...foreseenLines(foreseen),
  ...thereLines(activity.number, there),
  ...elsewhereLines({ elsewhere }),
  unfinishedLine(unfinished),
];

const MOST_SHOWN = 3;

function thereLines(activity: string, there: readonly ReportedThere[]): (string | false)[] {
  const [first] = there;
  if (first === undefined) return [];
  const rest = there.slice(MOST_SHOWN).map((one) => one.name);
  return [
    "先核对:登记了缺席,却有人报过当天参加:",
    ...there.slice(0, MOST_SHOWN).map(thereLine),
    rest.length > 0 && `还有:${someNames(rest, 60)}`,
    `确实到了的,先改登记,比如:到会 ${activity} ${first.name}到会`,
  ];
}

function thereLine({ name, own, by }: ReportedThere): string {
  const told = by === undefined ? "" : `${by.name}代表也说有他(${by.number})`;
  if (own === undefined) return `${name}:${told.replace("也说", "说")}`;
  return `${name}:报过 ${own}${told === "" ? "" : `,${told}`}`;
}
