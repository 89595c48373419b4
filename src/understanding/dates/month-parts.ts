import { DIGITS, type Frame, type Now, type PartRule, RANKS, SMALL, UNTIL_MARKS } from "./frame.ts";
import { smallNumber } from "./numerals.ts";
import { monthNow, yearNow } from "./year-parts.ts";

const MONTH_SHIFTS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 };

/** 上个月, 本月, 下下个月, 去年本月. */
const nearMonth: PartRule = {
  rank: RANKS.month,
  starts: "上下本这当今同",
  pattern: /(?:(?<shift>上上|下下|上|下|本|这|当)一?个?|今个|同)月(?!球|饼|亮|子|嫂)份?/uy,
  read: ({ shift = "" }, now, frame) => {
    const count = yearNow(now) * 12 + monthNow(now) - 1 + (MONTH_SHIFTS[shift] ?? 0);
    return { year: frame.year ?? Math.floor(count / 12), month: (count % 12) + 1 };
  },
};

/** 6月, 九月份, 十二月, 13月 (which is none), 正月, 腊月. */
const month: PartRule = {
  rank: RANKS.month,
  starts: `${DIGITS}一二三四五六七八九十正冬腊闰`,
  follows: `月${UNTIL_MARKS}`,
  pattern:
    /(?<![\d个几多数第.零一二三四五六七八九十])(?:闰?(?<month>[1-9]\d|0?[1-9]|十[一二三]?|[一二三四五六七八九])|(?<lunar>[正冬腊]))(?:\s?月|(?=\s?[-~—–到至]\s?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月))(?!饼|亮|球|子|嫂|经(?:期|量|不调|痛|[,。;]|$)|票(?!决|选)|薪|供(?!电|水|暖|热|销|气|应)|租(?!赁|房|户)|均|考(?!察|核|评|试|点|场)|台(?!风)|牙|光(?!明|荣)|季)(?!一[次回趟])份?/uy,
  read: ({ month: said, lunar }, _now, frame) => {
    if (lunar !== undefined) return { ...frame, lunar: true, month: { 正: 1, 冬: 11, 腊: 12 }[lunar] ?? 1 };
    const number = smallNumber(said ?? "");
    return number > 12 ? { ...frame, month: 12, impossible: true } : { ...frame, month: number };
  },
};

// 号 of a house, a line or a paper is no day; neither is 日 in other words. Behind a month either is: 4月8号线上接待.
const OF_MONTH = "(?<=月\\s?(?:初?[一二三四五六七八九十廿卅\\d]{1,3})\\s?)";
const NOT_A_DAY = `(?:${OF_MONTH}[号日]|号(?!楼|院(?!坝)|井|地(?!质|灾|方|下|里)|线(?!上|下|索)|门|店|档|栋|桥|路(?![边口灯])|公路|文(?![明化体旅艺])|令|码|召|称|台(?!风)|机(?!关)|车(?!站|间)|厂(?!里|区|长)|房|坑|矿|池|泵|点|馆|厅|窗|柜|单元|提案|建议|议案|病|床|公馆|渠|库|煤|油)|日(?!常(?!委)|期(?!间)|[子光均元语记]|内(?!部)|夜(?![里间晚])|本(?!人|小?组|代表|镇|乡|区|街道|村|社区|单位)|报(?![送到告名了请批区市县镇乡省法上给])|之[^前后间内视活会培调学座检集]))`;

// 14、15两天: how many days they are stands for the day itself.
const THEIR_DAYS = "(?:这|连续|连着)?[两三四][天日](?![前后内])";

const dayOfMonth: PartRule = {
  rank: RANKS.day,
  starts: `${DIGITS}初一二三四五六七八九十廿卅`,
  follows: `日号、和天${UNTIL_MARKS}`,
  pattern: new RegExp(
    `(?<![\\d第.两楼牌栋座幢])(?<date>初[一二三四五六七八九十]|${SMALL})(?:(?=日[之以]?[后内])(?<away>)|)(?:(?<suffix>\\s?${NOT_A_DAY}|(?=(?:\\s?[-~—–到至]{1,2}\\s?(?:${SMALL})|(?:[、和](?:${SMALL})){1,6})(?:${NOT_A_DAY}|${THEIR_DAYS}))|(?<=[\\d日号一二三四五六七八九十][、和~到至-](?:${SMALL}))(?=${THEIR_DAYS}))|(?![\\d一二三四五六七八九十个多来几名户人次件条家篇场起点时周星:.%万千百份位天楼组栋路年月日号后亩公小共直般些定律同并道块吨斤本辆只头棵台套袋箱桶床亿张支]|元(?![宵旦])))(?:那天|当天)?`,
    "uy",
  ),
  read: ({ date = "", suffix, away }, _now, frame) => {
    const number = smallNumber(date);
    if (frame.month === undefined && (away !== undefined || !isDayAlone(date, suffix, number))) return null;
    if (number < 1) return frame.month === undefined ? null : { ...frame, date: number, impossible: true };
    const lunar = date.startsWith("初") || isMidAutumn(frame, date, suffix) ? { lunar: true as const } : {};
    return { ...frame, ...lunar, date: number, ...(number > 31 ? { impossible: true as const } : {}) };
  },
};

/** 32号 where a day stands, at the head of what was done: none at all. Elsewhere it is a number on a door. */
const noDay: PartRule = {
  rank: RANKS.day,
  starts: DIGITS,
  follows: "号日",
  pattern: new RegExp(
    `(?<=(?:^|[,\u3002;\\s])(?:我们?|于|在)?)(?:3[2-9]|[4-9]\\d)\\s?${NOT_A_DAY}(?=上午|下午|晚上|早上|[我去到在]|走访|接待|参加|调研|视察)`,
    "uy",
  ),
  read: (_groups, _now, frame) =>
    frame.month === undefined && frame.date === undefined ? { ...frame, date: 32, impossible: true } : null,
};

// 一日 may be any day; 32号 is a number on a door.
const isDayAlone = (date: string, suffix: string | undefined, number: number): boolean =>
  suffix !== undefined &&
  number >= 1 &&
  number <= 31 &&
  !(suffix === "日" && /^[一二三四五六七八九]$/u.test(date));

// 八月十五 said so, without 日, is the festival.
const isMidAutumn = (
  { month: eighth, year: said, near }: Frame,
  date: string,
  suffix: string | undefined,
): boolean =>
  eighth === 8 && date === "十五" && suffix === undefined && (said === undefined || near === true);

const THIRDS: Readonly<Record<string, NonNullable<Frame["third"]>>> = {
  初: "early",
  头: "early",
  上旬: "first-ten",
  中: "middle",
  中旬: "middle",
  底: "late",
  末: "late",
  尾: "late",
  下旬: "last-ten",
};

// 年底 told in May is the end of last year.
const isStillAhead = (part: Frame["third"], now: Now): boolean =>
  now.direction === "past" && part === "late" && monthNow(now) < 11;

/** 9月初, 上月底, 年底, 四季度初, 月末. */
const third: PartRule = {
  rank: RANKS.day,
  starts: "年月初上中下底末头",
  pattern:
    /(?<![个\d几])(?<of>年|月)?(?<third>上旬|中旬|下旬|初(?![一二三四五六七八九十\d次中期级])|中(?![午间秋小学国心央级])|底|末(?!尾)|(?<=月)[头尾])/uy,
  read: ({ of, third: said = "" }, now, frame) => {
    const part = THIRDS[said];
    if (part === undefined) return null;
    const named = frame.year !== undefined || frame.month !== undefined;
    if (named) return frame.date === undefined ? { ...frame, third: part } : null;
    if (of === "年")
      return { year: yearNow(now) - (isStillAhead(part, now) ? 1 : 0), near: true, third: part };
    return of === "月" || said.endsWith("旬") ? { third: part } : null;
  },
};

export const MONTH_PARTS: readonly PartRule[] = [nearMonth, month, third, noDay, dayOfMonth];
