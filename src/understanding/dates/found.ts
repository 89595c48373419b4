import type { Day } from "#src/domain/day.ts";

/** A day or stretch of days found in a text. */
export type FoundDate = {
  readonly index: number;
  readonly text: string;
  readonly start: Day;
  /** Last day, included; equal to `start` for a single day. */
  readonly end: Day;
  /** A period such as a month or a quarter: good for questions, too wide for the day of a record. */
  readonly wide: boolean;
  /** The words name a day that does not exist (31 February) or only hint at one (月底): to be asked about. */
  readonly doubtful: boolean;
};

/** Where days are reckoned from, and which way a day without a year or month lies. */
export type Reference = { readonly today: Day; readonly prefer: "past" | "future" };

/** One way of naming days: a pattern and what it means. Null where the words turn out to mean something else. */
export type DateRule = {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, reference: Reference) => Meant | null;
};

export type Meant = {
  readonly start: Day;
  readonly end?: Day;
  readonly wide?: true;
  readonly doubtful?: true;
};

const ORDINARY = "零一二三四五六七八九";

/** A small whole number in digits or words, as dates have them: 12, 十二, 二十三, 卅一, 廿五. */
export function smallNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const plain = text.replace("廿", "二十").replace("卅", "三十").replace("初", "");
  const ten = plain.indexOf("十");
  if (ten < 0) return ORDINARY.indexOf(plain);
  const tens = ten === 0 ? 1 : ORDINARY.indexOf(plain[ten - 1] ?? "");
  const ones = ten === plain.length - 1 ? 0 : ORDINARY.indexOf(plain[ten + 1] ?? "");
  return tens * 10 + ones;
}
