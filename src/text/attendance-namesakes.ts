import type { AttendanceOutcome } from "#src/domain/requests/attendance.ts";
import { short } from "./format.ts";
import { namesakeWords } from "./namesake-words.ts";
import { type Rendered, words } from "./rendered.ts";

/** Who of one name stands in a register, and how the one is named. */
export function namesakeLines({
  activity: { number },
  people,
}: Extract<AttendanceOutcome, { of: "attendance.namesakes" }>): string[] {
  const name = people[0]?.name ?? "";
  const code = people.find((one) => one.code !== null)?.code ?? null;
  return [
    `名单里有${people.length}位${name},还没有登记:${short(people.map(namesakeWords).join(";"), 80)}`,
    code === null
      ? `先说:到会 ${number} 全到;定稿后说:改考勤 ${number} ${name} 缺席,再点是哪一位`
      : `请带编号再说,比如:到会 ${number} 除${name}${code}外全到`,
  ];
}

/** Asks which of several of one name is meant. */
export const whichNamesake = ({
  correction,
  people,
}: Extract<AttendanceOutcome, { of: "attendance.which" }>): Rendered => ({
  ...words(`名单里有${people.length}位${correction.name},还没有改。改哪一位?`),
  choices: people.slice(0, 6).map((one) => ({
    label: namesakeWords(one),
    act: { do: "attendance.correct", ...correction, personId: one.personId },
  })),
});
