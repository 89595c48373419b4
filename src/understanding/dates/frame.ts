/** Which way a day without a year, month or week lies; without a wish, the nearest. */
export type Direction = "past" | "future" | "nearest";

/** The moment that a text is read from: day number since 1970-01-01, second of the day, and the wanted direction. */
export type Now = { readonly day: number; readonly second: number; readonly direction: Direction };

/** Days from `from` up to but not including `to`, as day numbers. */
export type Stretch = { readonly from: number; readonly to: number };

/** A time of day in seconds; `open` where 三点 may be in the night or in the afternoon; `digital` where written as 3:00. */
export type Clock = { readonly at: number; readonly open: boolean; readonly digital?: true };

/** A part of the day: its usual hours, and whether its clock counts from noon. */
export type Daypart = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly late: boolean;
};

/** The first two days, the third week, the second Tuesday, the last ten days of a period. */
export type Nth = {
  readonly count: number;
  readonly unit: "day" | "week" | "month" | "quarter" | "weekday";
  readonly weekday?: number;
  readonly how: "nth" | "first" | "last";
};

/**
 * What a phrase has said so far. Parts fill it from coarse to fine; each part knows today, so that nothing in it is
 * relative any more: 上周 is a Monday, 去年 is a year.
 */
export type Frame = {
  readonly lunar?: true;
  readonly year?: number;
  /** The year was named from today: 今年, 明年. */
  readonly near?: true;
  readonly half?: 1 | 2;
  readonly quarter?: number;
  readonly month?: number;
  readonly third?: "early" | "middle" | "late" | "first-ten" | "last-ten";
  readonly date?: number;
  /** The last day of the month that is still meant: 4.12-14. */
  readonly last?: number;
  /** A single known day, as a day number: 昨天, 三天前. */
  readonly day?: number;
  /** How many days from `day` on are meant: 昨今两天. */
  readonly days?: number;
  /** A day that comes round every year: a festival. */
  readonly yearly?: (year: number) => number | undefined;
  readonly beside?: number;
  /** The Monday of a week, as a day number. */
  readonly monday?: number;
  readonly weekday?: number;
  /** The last weekday that is still meant: 周一二三. */
  readonly lastWeekday?: number;
  readonly weekend?: true;
  readonly nth?: Nth;
  readonly stretch?: Stretch;
  /** A stretch between two moments, in seconds since 1970-01-01. */
  readonly moments?: { readonly from: number; readonly to: number };
  readonly instant?: number;
  readonly seconds?: number;
  /** The day after the one named before: 次日. */
  readonly following?: true;
  readonly daypart?: Daypart;
  readonly clock?: Clock;
  readonly vague?: true;
  readonly impossible?: true;
  /** A limit such as 三日内: its last day. */
  readonly within?: true;
};

/** How fine a part is; parts of a phrase go from coarse to fine. */
export const RANKS = {
  calendar: 0,
  year: 1,
  season: 2,
  month: 3,
  day: 4,
  weekday: 5,
  daypart: 6,
  clock: 7,
  whole: 8,
} as const;

/** What a pattern caught, by the names of its groups. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One way of saying one part of a date or time. */
export type PartRule = {
  readonly rank: number;
  /** The characters that it may begin with. */
  readonly starts: string;
  /** Where it begins with a number: the characters of which one must stand behind that number. */
  readonly follows?: string;
  /** Sticky: it is tried at one place only. */
  readonly pattern: RegExp;
  /** What the words add to the frame; null where they mean something else here. */
  readonly read: (groups: Groups, now: Now, frame: Frame) => Frame | null;
};

/** What may stand between the two ends of a range. */
export const UNTIL_MARKS = "-~—–到至起";

export const DIGITS = "0123456789";
export const NUMERALS = "零〇一二两俩仨三四五六七八九十廿卅百半几";

/** A number as dates have it, for one or two digits. */
export const SMALL = "\\d{1,2}|[一二三四五六七八九十廿卅]{1,3}";
