import type { ActivityKind } from "#src/domain/activity.ts";
import { addDays, type Day, yearOf } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ActivityPlan } from "#src/domain/requests/activity.ts";
import { findCalledBody } from "./called-body.ts";
import { contentLeft } from "./plan-content.ts";
import { takePlaceAlone } from "./place-alone.ts";
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
// 地点不变 and 内容照旧 name none.
const AS_IT_IS = /^(?:不变|不改|没变|照旧|照常|同上|一样|待定|另行|再定)/u;
const WHERE =
  /在(?<value>[^\s,;\u3002]{2,20}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|广场|学校|礼堂|大厅|楼))(?=开|召开|举行|集合|参加|举办|进行|[\s,;\u3002]|$)/u;
// 开会 tells where by 到, and some begin with the place: 东山镇政府12月10号下午三点开个学习会.
const WHERE_TO =
  /(?:到|来|去)(?<value>[^\s,;\u3002到来去]{1,20}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|广场|学校|礼堂|大厅|楼))(?=开|召开|集合|参加|[\s,;\u3002]|$)/u;
const WHERE_FIRST =
  /^(?<value>[一-龥]{2,12}?(?:会议室|政府|村委会|居委会|办公室|活动室|服务中心|联络站|联络室|礼堂|大厅)(?:[一二三四五六\d]楼)?)(?=\d|今|明|后天|下个?周|周|星期)/u;
// 到镇政府门口坐车, 在派出所开会: where people meet, whatever it is called.
const WHERE_MEET =
  /(?:在|到)(?<value>(?!时|会|场)[^\s,;\u3002到在来去]{2,16}?)(?:集合|集中(?!学习)|上车|坐车|乘车|碰头|报到)/u;

/** What kind of activity words name. */
export const kindOf = (words: string): ActivityKind =>
  KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? "other";

/** Reads what a member of staff announces, with what it is about where nobody says 内容. */
export const readAnnouncement = (said: string, facts: Facts): ActivityDraft => readWhole(said, facts, true);

/** Reads what a member of staff says of an activity, in any order; what was not said is missing. */
export const readPlan = (said: string, facts: Facts): ActivityDraft => readWhole(said, facts, false);

function readWhole(said: string, facts: Facts, announces: boolean): ActivityDraft {
  const text = said.normalize("NFKC");
  const { content, place: where, rest: plain } = takeLabelled(text, takeWhere);
  const kind = kindOf(plain);
  const found = pieces(plain, facts);
  const about = content ?? (announces ? contentLeft(plain, facts) : undefined);
  // Of an announcement without a name, the place says whose it is.
  const org = found.org ?? (where === undefined ? undefined : findCalledBody(where, facts));
  return {
    kind,
    ...found,
    ...(org === undefined ? {} : { org }),
    ...(where === undefined ? {} : { place: where }),
    ...(about === undefined ? {} : { content: about }),
  };
}

type Taken = readonly [string | undefined, string];

/** What a text says with its label (内容 and 地点), or of the place as `without` finds it, and the text without these. */
export function takeLabelled(
  text: string,
  without: (rest: string) => Taken,
): { readonly content: string | undefined; readonly place: string | undefined; readonly rest: string } {
  const [content, after] = taken(text, CONTENT);
  const [named, left] = taken(after, PLACE);
  const [place, rest] = named === undefined ? without(left) : [named, left];
  return { content, place, rest };
}

function takeWhere(text: string): Taken {
  const pattern = [WHERE, WHERE_TO, WHERE_FIRST, WHERE_MEET].find((one) => one.test(text));
  return pattern === undefined ? takePlaceAlone(text) : taken(text, pattern);
}

function taken(text: string, pattern: RegExp): Taken {
  const found = pattern.exec(text);
  const value = found?.groups?.["value"]?.trim().replace(/[吧嘛哈啊]$/u, "");
  return found === null || value === undefined || value === "" || AS_IT_IS.test(value)
    ? [undefined, text]
    : [value, text.replace(found[0], " ")];
}

const FAR_DAYS = 180;

/** The pieces that may be asked about, as far as a text has them. */
export function pieces(text: string, facts: Facts): Pick<ActivityDraft, "org" | "on" | "time" | "farOff"> {
  const found = findDates(text, { today: facts.today, prefer: "future" }).find(
    (one) => !one.wide && !one.doubtful,
  );
  const time = findTime(text);
  const org = findCalledBody(text, facts);
  return {
    ...(org === undefined ? {} : { org }),
    ...(found === undefined ? {} : { on: found.start }),
    ...(found !== undefined && isFarOff(found.start, text, facts.today) ? { farOff: true as const } : {}),
    ...(time === undefined ? {} : { time }),
  };
}

const isFarOff = (on: Day, text: string, today: Day): boolean =>
  on > addDays(today, FAR_DAYS) && yearOf(on) !== yearOf(today) && !/20\d{2}\s*年?|明年|后年/u.test(text);
