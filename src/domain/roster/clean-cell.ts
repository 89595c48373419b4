import { fromDayNumber, isDay, toDayNumber, type Day } from "../day.ts";

// Marks that nobody sees and that make two equal names different: zero-width, direction, soft hyphen, byte order.
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const HAN_WITH_GAPS = /^[\p{Script=Han}·\s]+$/u;

/**
 * A cell's text as it was meant: ordinary characters, no marks that nobody sees, no blanks at the ends, and none
 * between the characters of a Chinese name (李 明).
 */
export function cleanCell(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/ +/gu, " ")
    .trim();
  return HAN_WITH_GAPS.test(plain) ? plain.replaceAll(" ", "") : plain;
}

/** True for what a spreadsheet shows where a formula failed. */
export const isErrorValue = (text: string): boolean =>
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u.test(text.trim());

const WRITTEN =
  /^(?<y>\d{4})[-./年\u2013\u2014](?<m>\d{1,2})[-./月\u2013\u2014](?<d>\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/u;
const RUN_ON = /^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})$/u;
/** How spreadsheets count days: 1 is the first of 1900, and 29 February 1900 is counted though it never was. */
const SERIAL = /^(?<days>[2-7]\d{4})(?:\.\d+)?$/u;
const SERIAL_ZERO = toDayNumber("1899-12-30");

/** The day a cell names: 2021-12-20, 2021/12/20 0:00, 2021年12月20日, 20211220, or a spreadsheet's count of days. */
export function findCellDay(text: string): Day | null {
  const serial = SERIAL.exec(text)?.groups?.["days"];
  if (serial !== undefined) return fromDayNumber(SERIAL_ZERO + Number(serial));
  const { y = "", m = "", d = "" } = (WRITTEN.exec(text) ?? RUN_ON.exec(text))?.groups ?? {};
  const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** The digits of a telephone number, without the country's; null where it is none. */
export function findCellPhone(text: string): string | null {
  const digits = text.replace(/[\s()-]/gu, "").replace(/^(?:\+|00)86/u, "");
  return /^(?:1\d{10}|0\d{9,11}|\d{7,8})$/u.test(digits) ? digits : null;
}

const NAME = /^(?:\p{Script=Han}[\p{Script=Han}·•]{1,19}|[A-Za-z][A-Za-z .'·-]{1,39})$/u;
/** Words that mean everybody where a name is expected: nobody could be spoken of who is called so. */
const EVERYBODY = new Set(["全部", "所有", "所有人", "全体", "其余", "其他", "大家", "本人", "没有", "不详"]);

/** The name of one person; null for anything else, and for words that mean everybody or nobody. */
export const findCellName = (text: string): string | null =>
  NAME.test(text) && !EVERYBODY.has(text) ? text : null;
