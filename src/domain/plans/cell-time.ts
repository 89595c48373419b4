const CLOCK = /^(?<h>\d{1,2})[:.](?<m>\d{2})(?::\d{2})?$/u;
const SPOKEN =
  /^(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?(?<h>\d{1,2}|[一二两三四五六七八九十]{1,2})[点时:](?:(?<half>半)|(?<m>\d{1,2})分?)?$/u;
const AFTERNOON = /^(?:下午|傍晚|晚上|晚)$/u;
const DAY_MINUTES = 1440;

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  "一二三四五六七八九十".split("").map((digit, at) => [digit, at + 1]),
);
const toHour = (text: string): number => {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === "两") return 2;
  const [first = "", second] = text;
  return second === undefined ? (DIGITS[first] ?? 99) : 10 + (DIGITS[second] ?? 99);
};

/** Minutes after midnight as HH:MM; null beyond a day. */
const toWall = (minutes: number): string | null =>
  minutes >= 0 && minutes < DAY_MINUTES
    ? `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
    : null;

/** The time of day that a cell names, as HH:MM: 9:00, 上午9点, 下午2点半, 14时30分, or a spreadsheet's part of a day. */
export function findCellTime(text: string): string | null {
  if (/^0?\.\d+$/u.test(text)) return toWall(Math.round(Number(text) * DAY_MINUTES));
  const clock = CLOCK.exec(text)?.groups;
  if (clock !== undefined) return Number(clock["m"]) < 60 ? toWall(hm(clock["h"], clock["m"])) : null;
  const spoken = SPOKEN.exec(text.replace(/\s/gu, ""))?.groups;
  if (spoken === undefined) return null;
  const hour = toHour(spoken["h"] ?? "");
  const late = AFTERNOON.test(spoken["part"] ?? "") && hour < 12 ? 12 : 0;
  const minute = spoken["half"] === undefined ? Number(spoken["m"] ?? 0) : 30;
  return minute < 60 ? toWall((hour + late) * 60 + minute) : null;
}

const hm = (hour = "", minute = ""): number => Number(hour) * 60 + Number(minute);
