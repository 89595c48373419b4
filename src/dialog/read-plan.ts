import type { ActivityKind } from "#src/domain/activity.ts";
import { addDays, type Day, yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityPlan } from "#src/domain/requests/activity.ts";
import { contentLeft } from "./plan-content.ts";
import { findDates, findTime } from "#src/understanding/dates/find-dates.ts";

/** An activity as far as it was said. */
export type ActivityDraft = Partial<Omit<ActivityPlan, "kind">> & {
  readonly kind: ActivityKind;
  /** The day is over this year, and no year was said: it may be next year's, or a slip. */
  readonly farOff?: true;
};

const KINDS: readonly (readonly [ActivityKind, RegExp])[] = [
  ["group_activity", /代表小组(?:集中|座谈|学习|交流)*活动/u],
  ["law_inspection", /执法检查/u],
  ["work_appraisal", /评议/u],
  ["thematic_research", /调研/u],
  ["group_activity", /小组(?:活动|会(?!议室)|会议)/u],
  ["inspection", /视察/u],
  ["training", /培训|学习/u],
  ["reception", /接待日|接待选民/u],
  ["congress_session", /人代会|代表大会/u],
  ["group_activity", /代表小组/u],
];

const NAMES = "地点|地址|内容|主题|议题|事项|时间|日期|对象|范围";
const IS = "(?:改成|改为|改到|改在|是|为|在)?[\\s:]*";
// A labelled piece goes on to the next label: 主题:学习代表法 地点:羊昌镇政府.
const piece = (names: string): RegExp =>
  new RegExp(
    `(?:^|[\\s,;\\u3002])(?:改)?(?:${names})${IS}(?<value>.+?)(?=[\\s,;\\u3002]+(?:${NAMES})|[;\\u3002]|$)`,
    "su",
  );
const CONTENT = piece("内容|主题|议题|事项");
const PLACE = new RegExp(`(?:改)?(?:地点|地址)${IS}(?<value>[^\\s,;\\u3002]+)`, "u");
const WHERE =
  /在(?<value>[^\s,;\u3002]{2,20}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|广场|学校|礼堂|大厅|楼))(?=开|召开|举行|集合|参加|举办|进行|[\s,;\u3002]|$)/u;
// 开会 tells where by 到, and some begin with the place: 东山镇政府12月10号下午三点开个学习会.
const WHERE_TO =
  /(?:到|来|去)(?<value>[^\s,;\u3002到来去]{1,20}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|广场|学校|礼堂|大厅|楼))(?=开|召开|集合|参加|[\s,;\u3002]|$)/u;
const WHERE_FIRST =
  /^(?<value>[一-龥]{2,12}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|礼堂|大厅)(?:[一二三四五六\d]楼)?)(?=\d|今|明|后天|下个?周|周|星期)/u;
const ORG = /(?<![到在来去])[一-龥]{2,12}?(?:代表小组|联络站|街道|镇|乡|区)(?!政府)/u;
const NO_NAME = /[点到在来去让叫开]|通知/u;

/** Reads what a member of staff announces, with what it is about where nobody says 内容. */
export const readAnnouncement = (said: string, facts: Facts): ActivityDraft => readWhole(said, facts, true);

/** Reads what a member of staff says of an activity, in any order; what was not said is missing. */
export const readPlan = (said: string, facts: Facts): ActivityDraft => readWhole(said, facts, false);

function readWhole(said: string, facts: Facts, announces: boolean): ActivityDraft {
  const text = said.normalize("NFKC");
  const [content, rest] = taken(text, CONTENT);
  const [named, head] = taken(rest, PLACE);
  const [where, plain] =
    named === undefined ? takenFirst(head, [WHERE, WHERE_TO, WHERE_FIRST]) : [named, head];
  const kind = KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other";
  const found = pieces(plain, facts);
  const about = content ?? (announces ? contentLeft(plain, facts) : undefined);
  // Of an announcement without a name, the place says whose it is.
  const org = found.org ?? (where === undefined ? undefined : orgIn(where, facts.places));
  return {
    kind,
    ...found,
    ...(org === undefined ? {} : { org }),
    ...(where === undefined ? {} : { place: where }),
    ...(about === undefined ? {} : { content: about }),
  };
}

function takenFirst(text: string, patterns: readonly RegExp[]): readonly [string | undefined, string] {
  const pattern = patterns.find((one) => one.test(text));
  return pattern === undefined ? [undefined, text] : taken(text, pattern);
}

function taken(text: string, pattern: RegExp): readonly [string | undefined, string] {
  const found = pattern.exec(text);
  const value = found?.groups?.["value"]?.trim();
  return found === null || value === undefined || value === ""
    ? [undefined, text]
    : [value, text.replace(found[0], " ")];
}

const PLACE_ALONE =
  /^(?:地点|地址)?(?:改成|改为|改到|改在|是|在|到)?[\s:]*(?<place>[一-龥\d]{2,20}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|广场|学校|礼堂|大厅|楼))[.\u3002]?$/u;

/** What a line says over again about a plan that waits for its yes; nothing where it is about something else. */
export function readAmends(said: string, facts: Facts): Partial<ActivityPlan> {
  const text = said.normalize("NFKC").trim();
  const place = PLACE_ALONE.exec(text)?.groups?.["place"];
  if (place !== undefined) return { place };
  const [content] = taken(text, CONTENT);
  if (content !== undefined) return { content };
  const [named] = taken(text, PLACE);
  if (named !== undefined) return { place: named };
  const plain = text.replace(
    /^(?:改成|改为|改到|换成|改)?(?:时间|日期|日子|单位|对象)?(?:改成|改为|改到|是)?[\s:]*/u,
    "",
  );
  const found = pieces(plain, facts);
  const words = plain.replace(/[\s,;:\u3002]/gu, "");
  // Only a line that is nothing but the piece is one: 缺席 今年 and 12月5日走访3户 are other topics.
  const isOnlyThat = words.length <= 16 && !/走访|接待|缺席|统计|未报|待办|请假|参加/u.test(words);
  const { farOff: _, ...sure } = found;
  return isOnlyThat ? sure : {};
}

const INVITES =
  /请(?:各位|全体|大家|所有|有关|本组|小组|辖区|[一-龥]{0,6}代表)[^,\u3002;]{0,10}(?:参加|出席|到会|到场|准时|按时)|(?:准时|按时)(?:参加|出席|到会)|请(?:准时|按时|届时)/u;

// 代表都来, 通知东山镇的代表, 让小组的人后天到镇政府开会: said of what is past or far it is no call.
const WHOM = "(?:[一-龥]{0,12}(?:代表|小组|组员)(?:的人|们)?|大家|各位|所有人)";
const CALLS = new RegExp(
  `(?:代表|组员|小组|大家|的人)(?:们|们?全部)?都?(?:要|得|必须|请)?(?:都来|都去|都到|都参加|来开会|来参加|参加)|通知(?:一?下)?${WHOM}|(?:发|下)(?:一?个)?通知|(?:让|叫|喊|请)${WHOM}[^,\\u3002;]{0,16}(?:来|到|去|参加|开会)`,
  "u",
);
const GATHERS = /开会|开个?[一-龥]{0,8}会|座谈|活动|培训|学习|视察|调研|检查|评议|集合|接待日/u;

/** True for words that call deputies together: a day ahead, and an invitation. */
export function isAnnouncement(said: string, facts: Facts): boolean {
  const text = said.normalize("NFKC");
  const invites = INVITES.test(text);
  if (!invites && !(CALLS.test(text) && GATHERS.test(text))) return false;
  const { on, farOff } = pieces(text, facts);
  return on !== undefined && (invites || (on >= facts.today && farOff !== true));
}

const NEAR_DAYS = 90;
const OVER = /了|过(?!程)|昨|前天|刚|已|上个?[月周]|去年|取消|改到|改成/u;

/**
 * True for words of staff, without a deputy's name, of something that gathers people on a day ahead: 12月9日下午2点半组织代表
 * 视察农贸市场. Who reads the day as last year's would ask who of the deputies did it.
 */
export function isPlanned(said: string, facts: Facts): boolean {
  const text = said.normalize("NFKC");
  if (!GATHERS.test(text) || OVER.test(text) || facts.people.some((name) => text.includes(name)))
    return false;
  const { on, time, farOff } = pieces(text, facts);
  return (
    on !== undefined &&
    time !== undefined &&
    farOff !== true &&
    on > facts.today &&
    on <= addDays(facts.today, NEAR_DAYS)
  );
}

const FAR_DAYS = 180;

/** The pieces that may be asked about, as far as a text has them. */
export function pieces(text: string, facts: Facts): Pick<ActivityDraft, "org" | "on" | "time" | "farOff"> {
  const found = findDates(text, { today: facts.today, prefer: "future" }).find(
    (one) => !one.wide && !one.doubtful,
  );
  const time = findTime(text);
  const org = orgIn(text, facts.places);
  return {
    ...(org === undefined ? {} : { org }),
    ...(found === undefined ? {} : { on: found.start }),
    ...(found !== undefined && isFarOff(found.start, text, facts.today) ? { farOff: true as const } : {}),
    ...(time === undefined ? {} : { time }),
  };
}

const isFarOff = (on: Day, text: string, today: Day): boolean =>
  on > addDays(today, FAR_DAYS) && yearOf(on) !== yearOf(today) && !/20\d{2}\s*年?|明年|后年/u.test(text);

function orgIn(text: string, places: readonly string[]): string | undefined {
  const known = places.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
  const found = known ?? ORG.exec(text)?.[0];
  return known === undefined && found !== undefined && NO_NAME.test(found) ? undefined : found;
}
