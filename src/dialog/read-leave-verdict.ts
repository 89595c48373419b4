import type { Day } from "#src/domain/day.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findNames } from "#src/understanding/names.ts";
import { bare } from "./words.ts";

/** What staff say of leave that somebody asked for: it is granted or refused, or asked about. */
export type LeaveVerdict = {
  /** Asked, or said with an if: what waits is only shown. */
  readonly means: "granted" | "refused" | "asked" | "both";
  /** Deputies by their full names. */
  readonly names: readonly string[];
  /** 老周: the surname, where there is no name. */
  readonly surname?: string;
  readonly on?: Day;
  /** All the days that were said, and that all of somebody's wishes are meant: 9号、10号的都准, 两份都准. */
  readonly days: readonly Day[];
  readonly all: boolean;
  /** Leave that was asked for belatedly. */
  readonly late?: true;
  /** Why, of a refusal. */
  readonly note: string;
};

const LEAVE = /假(?!期|日|如|装|冒)/u;
const GRANTS = /(?<!不|不能|没|没有|同不|准不|批不)(?:同意|准(?!备|时|确|则|点)|批(?!评|发|次|示|件))|许可/u;
const REFUSES =
  /(?<![同准批])不(?:能|得|予|给|要)?(?:同意|批准|准(?!备|时|确)|批(?!评)|许)|别(?:批|准)|驳回|打回/u;
const ASKS =
  /[?]|(?:没有?|没得|吗|么|呢|了没)[。.!\s]*$|是不是|有没有|准不准|批不批|批没批|准没准|同不同意|能不能|可不可以|该不该|谁|还没|没(?:有)?(?:批|准|同意)/u;
const HEDGED =
  /如果|要是|假如|等[^,。]{0,12}(?:再|才|就)|再(?:批|准|说)|才(?:批|准|能)|先(?:不|别)|看情况|考虑/u;
// 群众反映厂里不准请假: others' leave, or a rule.
const ELSEWHERE =
  /群众|居民|村民|业主|反映|反应|工人|职工|员工|厂里|公司|学校|老师|学生|规定|制度|办法|建议|举报/u;
const CALLED =
  /(?:老|小)(?<after>[\u4e00-\u9fff])|(?<![\u4e00-\u9fff])(?<before>[\u4e00-\u9fff])(?:代表|主任|书记|委员|组长|镇长|村长|总)/u;
const NO_SURNAME = /师|板|人|家|婆|公|百|乡|组|镇|区|时|学|孩|事/u;
/** Longer than that it is told, and no decision. */
const LONGEST = 48;

// 周志强和韦国良的都批了, 王芳两个半天都准, 蒙小兰5号的不准: names, days and the deed, and nothing besides.
const NAMES_ALONE =
  /^(?:代表|和|与|跟|及|、|的|都|全部?|我|也|一起|两位|俩|这|那|就|[两三四二几](?:个|份|次|场|天)|半天|上午|下午|早上|晚上|一天|天)*(?:不?(?:批|准)(?:准|假)?)(?:了|吧|哈|嘛)*$/u;
const ALL_OF = /全部|[两三四二几](?:个|份|次|场|天)/u;

const BARE =
  /^(?:好的?|行|可以|那|我|就|这个|这份|他的|她的)*(?:准|批|批准|准假|准许|同意(?:请假|准假|他请假|她请假|了))(?:了|吧|哈|嘛|他|她|的|啊)*$/u;

/** True for a decision of which nothing is said: 准了, 批了. */
export const isBareGrant = (text: string): boolean => BARE.test(bare(text)) || bare(text) === "同意";

/** Reads a line of staff as a decision on somebody's leave; undefined for all else. */
export function readLeaveVerdict(
  said: string,
  people: readonly string[],
  today: Day,
): LeaveVerdict | undefined {
  const text = said.normalize("NFKC").trim();
  if (text.length > LONGEST || ELSEWHERE.test(text)) return undefined;
  const names = findNames(text, people);
  const dates = findDates(text, { today, prefer: "future" }).filter((one) => !one.wide);
  const [first = ""] = text.split(/[,;。!]/u);
  const spoken = [...names, ...dates.map((one) => one.text)];
  const alone =
    names.length > 0 && NAMES_ALONE.test(bare(spoken.reduce((left, one) => left.replace(one, ""), first)));
  const means = meaningOf(text);
  const surname = names.length > 0 ? undefined : surnameIn(text);
  const divides = means === "both" && PARTED.test(text);
  if (means === undefined || (!alone && !divides && !LEAVE.test(text))) return undefined;
  if (names.length === 0 && surname === undefined) return undefined;
  const days = [...new Set(dates.map(({ start }) => start))];
  const [on] = days;
  return {
    means,
    names,
    ...(surname === undefined ? {} : { surname }),
    ...(on === undefined ? {} : { on }),
    days,
    all: ALL_OF.test(first),
    ...(/补[^,。]{0,3}假/u.test(text) ? { late: true } : {}),
    note: means === "refused" ? noteIn(text) : "",
  };
}

// 小蒙的准了,张伟的不准: one is granted in one clause, and another refused in the next.
const PARTED = /(?<!不)[准批](?:了|假)*[,;。][^?]*不[准批]|不[准批](?:了|假)*[,;。][^?]*(?<!不)[准批]/u;

function meaningOf(text: string): LeaveVerdict["means"] | undefined {
  const grants = GRANTS.test(text);
  const refuses = REFUSES.test(text);
  if (ASKS.test(text) || HEDGED.test(text))
    return grants || refuses || /批|准|同意/u.test(text) ? "asked" : undefined;
  if (grants && refuses) return "both";
  return grants ? "granted" : refuses ? "refused" : undefined;
}

function surnameIn(text: string): string | undefined {
  const { after, before } = CALLED.exec(text)?.groups ?? {};
  const surname = after ?? before;
  return surname === undefined || NO_SURNAME.test(surname) ? undefined : surname;
}

// 不同意王芳的补假,没有医院证明: what stands beside the decision is why.
const noteIn = (text: string): string =>
  text
    .split(/[,。;!]/u)
    .filter((clause) => !REFUSES.test(clause) && !/^[^,]{0,16}[请补]?假的?$/u.test(clause.trim()))
    .join(",")
    .trim()
    .replace(/^(?:理由|原因|因为)(?:是[\s:]*|[\s:]*)/u, "");
