import type { MarkedStatus, NamedMark, Register } from "#src/domain/requests/attendance.ts";
import { readRegister, type ReadRegister } from "./read-register.ts";

const LENGTH =
  /(?:一?共|全程|总共|总时长|时长|开了|历时)[\s:]*(?<n>\d+(?:\.\d+)?)\s*(?<unit>分钟?|个?半?小时)?/u;
const CLOCK = "\\d{1,2}:\\d{2}";
// 李明90, 李明 9:20-10:30, 王芳代表 50分钟 早退
const TIMED = new RegExp(
  `(?<name>[一-龥·]{2,10}?)(?:代表)?(?<before>迟到|早退)?[\\s:]*(?:(?<from>${CLOCK})\\s*[-~到至\\u2014]+\\s*(?<to>${CLOCK})|(?<n>\\d{1,3}(?:\\.\\d)?)\\s*(?<unit>分钟?|个?小时)?)(?![\\d:])\\s*(?<after>迟到|早退)?`,
  "gu",
);

const toMinutes = (n: string, unit = ""): number =>
  Math.round(Number(n) * (unit.endsWith("小时") ? 60 : 1) + (unit.includes("半") ? 30 : 0));

const ofDay = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
};

const STATUS: Readonly<Record<string, MarkedStatus>> = { 迟到: "late", 早退: "left_early" };

type Groups = Readonly<Record<string, string | undefined>>;

function toMark({ name = "", before, after, from, to, n = "", unit }: Groups): NamedMark {
  const minutes = from === undefined ? toMinutes(n, unit) : Math.max(0, ofDay(to ?? "") - ofDay(from));
  const status = STATUS[before ?? after ?? ""] ?? (minutes === 0 ? "absent" : "present");
  return {
    name,
    status,
    ...(status === "absent" ? {} : { minutes }),
    ...(from === undefined ? {} : { cameAt: from.padStart(5, "0") }),
  };
}

/** Reads a list of who was there for how long: 共90分钟 李明90 王芳9:40-10:30 陈建国缺席 其余全到. */
export function readMinutes(
  text: string,
  people: readonly string[],
): Omit<Register, "activity"> & Pick<ReadRegister, "unread"> {
  const length = LENGTH.exec(text);
  const held = length === null ? undefined : toMinutes(length.groups?.["n"] ?? "", length.groups?.["unit"]);
  const list = length === null ? text : text.replace(length[0], " ");
  const timed = [...list.matchAll(TIMED)].map(({ groups = {} }) => toMark(groups));
  const { marks, rest, unread } = readRegister(list.replace(TIMED, " "), people);
  return { marks: [...timed, ...marks], rest, unread, ...(held === undefined ? {} : { held }) };
}
