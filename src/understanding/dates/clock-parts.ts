import { type Clock, type Daypart, DIGITS, type PartRule, RANKS } from "./frame.ts";
import { smallNumber } from "./numerals.ts";

const part = (name: string, from: number, to: number, late = false): Daypart => ({
  name,
  from: from * 3600,
  to: to * 3600,
  late,
});

// Hours as TIMEX3 reckons the parts of a day: morning from 8, afternoon from 12, evening from 16, night from 20.
const NIGHT = part("night", 20, 24, true);
const EVENING = part("evening", 16, 20, true);
const SMALL_HOURS = part("small-hours", 0, 5);
const DAWN = part("dawn", 4, 7);
const MORNING = part("morning", 8, 12);
const NOON = part("noon", 11, 13);
const EARLY_AFTERNOON = part("afternoon", 13, 15, true);
const AFTERNOON = part("afternoon", 12, 16, true);

const DAYPARTS: readonly (readonly [RegExp, Daypart])[] = [
  [/^(?:凌晨|后半夜|下半夜)/u, SMALL_HOURS],
  [/^(?:黎明|拂晓|天亮)/u, DAWN],
  [/^(?:半夜|深夜|午夜|夜里|夜间|前半夜|三更)/u, NIGHT],
  [/^午后/u, EARLY_AFTERNOON],
  [/^(?:中午|正午|午间|晌午)/u, NOON],
  [/^(?:下午|下[昼晝]|晏[昼晝])/u, AFTERNOON],
  [/^(?:傍晚|晚|夜|天黑)/u, EVENING],
];
const daypartOf = (words: string): Daypart =>
  DAYPARTS.find(([pattern]) => pattern.test(words))?.[1] ?? MORNING;

/** 上午, 一早, 凌晨, 晚上; 早, 晚 and 夜 only after a day or before a clock. */
const daypart: PartRule = {
  rank: RANKS.daypart,
  starts: "凌清一大早上中正午下傍晚夜半深后黎拂前晌晏晨三天",
  pattern:
    /(?<long>凌晨|后半夜|下半夜|前半夜|黎明|拂晓|天亮|半夜|深夜|午夜|夜里|夜间|午后|中午|正午|午间|晌午|下午|下[昼晝]|晏[昼晝]|傍晚|晚上|晚间|夜晚|天黑|大?清早|清晨|一?大早上?|早上|早晨|早间|上午)|(?<short>[早晚夜晨]|一早)(?!点|会|餐|饭|就|已|礼|宴|婚|稻|市|些|了|报|前|期|退|到|年|辈|恋|产|班|来|归|间|色|景|校|总)/uy,
  read: ({ long, short }, _now, frame) => {
    const dated =
      frame.day !== undefined ||
      frame.date !== undefined ||
      frame.weekday !== undefined ||
      frame.yearly !== undefined ||
      frame.following === true;
    if (short !== undefined && !dated) return null;
    return { ...frame, daypart: daypartOf(long ?? short ?? "") };
  },
};

/** 早八点, 晚8:00: the single word belongs to the clock. */
const shortDaypart: PartRule = {
  rank: RANKS.daypart,
  starts: "早晚夜一",
  pattern:
    /一?(?<short>[早晚夜])(?=\d{1,2}(?:[点:]|时(?!间|候))|(?:[二两三四五六七八九]|十[一二]?)点(?!名|评|意见|建议))/uy,
  read: ({ short = "" }, _now, frame) => ({ ...frame, daypart: daypartOf(short) }),
};

/** Hour and daypart as seconds of the day; undefined where the day has no such hour. */
function clockAt(hour: number, rest: number, said: Daypart | undefined): Clock | undefined {
  if (hour > 24 || (hour === 24 && rest > 0)) return undefined;
  if (said === undefined) return { at: hour * 3600 + rest, open: hour >= 1 && hour <= 12 };
  return { at: hourIn(hour, said) * 3600 + rest, open: false };
}

function hourIn(hour: number, { name, late }: Daypart): number {
  if (hour > 12) return hour;
  if (name === "noon") return hour < 4 ? hour + 12 : hour;
  if (name === "small-hours" || name === "dawn") return hour === 12 ? 0 : hour;
  if (!late) return hour;
  if (name === "afternoon") return hour === 12 ? 12 : hour + 12;
  if (hour === 12) return 24;
  return name === "night" && hour < 6 ? hour : hour + 12;
}

const NOT_A_CLOCK =
  "(?!名|评(?!议(?!意见|建议))|位|意见|建议|子|看法|都|儿|要求|希望|问题|想法|体会|感受|说明|原因|内容|措施|钱|头|赞|滴|击|心|菜|歌|燃|亮|火|水|多[的了])";
const MINUTES =
  "(?<half>半)|(?<quarters>[一二三123])刻钟?|(?<minutes>[0-5]\\d|\\d(?=分)|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九](?=分))分?(?![之钟%度米万千])|整|正|钟|许";

/** 8点, 八点半, 3点15, 15点30分15秒, 20时1刻, 三点整. */
const spoken: PartRule = {
  rank: RANKS.clock,
  starts: `${DIGITS}零〇一二两三四五六七八九十`,
  follows: "点时",
  pattern: new RegExp(
    `(?:(?<![\\d.:])(?=\\d)|(?<![零一二三四五六七八九十百第前几])(?=\\D))(?<hour>\\d{1,2}|[零〇]|二?十[一二三四五六七八九]?|[一二两三四五六七八九])(?:点|时(?!候|间|期|代|常|刻|有|而|任|会|长|效|速|段|装|隔|下))(?:钟|整|正)?${NOT_A_CLOCK}(?:${MINUTES}|(?![\\d零一二三四五六七八九]))(?:(?<seconds>[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?)秒)?(?:许|左右|多)?(?:\\s?(?<meridiem>[ap])\\.?m\\.?)?`,
    "uiy",
  ),
  read: ({ hour = "", half, quarters, minutes, seconds, meridiem }, _now, frame) => {
    const exact =
      [half, quarters, minutes, meridiem].some((one) => one !== undefined) || frame.daypart !== undefined;
    const dated = frame.day !== undefined || frame.date !== undefined || frame.weekday !== undefined;
    if (hour === "一" && !exact && !dated) return null;
    const rest =
      (half === undefined ? 0 : 1800) +
      (quarters === undefined ? 0 : smallNumber(quarters) * 900) +
      (minutes === undefined ? 0 : smallNumber(minutes) * 60) +
      (seconds === undefined ? 0 : smallNumber(seconds));
    const clock = clockAt(smallNumber(hour), rest, meridiemOf(meridiem) ?? frame.daypart);
    return clock === undefined ? { ...frame, impossible: true } : { ...frame, clock };
  },
};

const meridiemOf = (said: string | undefined): Daypart | undefined =>
  said === undefined ? undefined : /p/iu.test(said) ? AFTERNOON : SMALL_HOURS;

/** 8:30, 10:30:00, 3:15PM, 晚8:00. */
const written: PartRule = {
  rank: RANKS.clock,
  starts: DIGITS,
  follows: ":",
  pattern:
    /(?<![:.]|(?<!\d-\d)\d)(?<hour>[01]?\d|2[0-9]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?![\d:])(?:\s?(?<meridiem>[ap])(?:\.?m\b\.?|(?![a-z])))?/iuy,
  read: ({ hour = "", minute = "", second = "0", meridiem }, _now, frame) => {
    const rest = Number(minute) * 60 + Number(second);
    const clock = clockAt(Number(hour), rest, meridiemOf(meridiem) ?? frame.daypart);
    return clock === undefined
      ? { ...frame, impossible: true }
      : { ...frame, clock: { ...clock, digital: true } };
  },
};

export const CLOCK_PARTS: readonly PartRule[] = [shortDaypart, daypart, spoken, written];
