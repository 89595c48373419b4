/** Units that people count in, with the measure word for people. 户, 人 and 人次 are never mixed. */
export const COUNT_UNITS = {
  persons: "人",
  person_times: "人次",
  households: "户",
  enterprises: "家",
  places: "处",
  items: "件",
  entries: "条",
  cases: "起",
  times: "次",
  sessions: "场",
  days: "天",
  half_days: "个半天",
  hours: "小时",
  papers: "篇",
  yuan: "元",
  wan_yuan: "万元",
  km: "公里",
  mu: "亩",
  lamps: "盏",
} as const satisfies Record<string, string>;

/** One unit that people count in. */
export type CountUnit = keyof typeof COUNT_UNITS;

/** How many of each unit; a unit that was not said is missing, never 0. */
export type Counts = Readonly<Partial<Record<CountUnit, number>>>;

/** True for a unit that people count in. */
export const isCountUnit = (value: string): value is CountUnit => Object.hasOwn(COUNT_UNITS, value);
