import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { nthNamed } from "./nth-named.ts";
import { readFiling } from "./read-filing.ts";

/** Which record a correction names, and what is left of its words to be corrected. */
export type NamedRecord = {
  /** By its place in the list that was shown last, from 1. */
  readonly nth?: number;
  readonly like?: FilingLike;
  /** What it is to say now. */
  readonly rest: string;
};

const FIELD =
  "(?:履职)?(?:类型|类别|种类|时间|日期|日子|钟点|地点|地方|位置|同行|同去|人员|数量|人数|户数|次数|件数|条数|天数|时长|内容)";
const LEAD = "(?:(?:不对|错了|更正|修改|纠正|改|把|将|请|麻烦|帮我|一下)[,\\s]*)*";
const ONE = "(?:(?:那|这)?一?(?:条|次|个|回|份|场)[^,。\\s不]{0,6}?|的)";
const NAMING = new RegExp(
  `^(?<lead>${LEAD})(?<which>[^,。]{1,24}?${ONE})[,\\s]*(?=${FIELD}|不是|(?:写|报|记|填|说|搞|弄)?(?:不对|错|有误)|(?:应该?|要)?(?:改|是|为|换|更正))`,
  "u",
);
const VALUE = new RegExp(`不是|改成|改为|应该|${FIELD}`, "u");
// 1号记录: of the first of the month, or the first of all.
const UNSURE = new RegExp(`^${LEAD}\\d{1,2}号(?:的)?(?:履职)?记录的?[,\\s]*改?(?<rest>.{2,20})$`, "u");
// 刚才那条漏了一户 and no more: of the last, and by how much it is wrong.
const MISCOUNTS =
  /^(?:刚[才刚]|方才|上面|前面|我|的|记|报)*[那这]一?[条次个回份场](?:又|还)?(?:少|多|漏|错)(?:了|记|写|报|算|说|填|数|登|掉)/u;
const NTH = /^(?:我的?)?(?:那|这)?第/u;

/**
 * The record that a correction names before it says what is wrong: 12日那次, 走访黄连村那条, 第二条. Undefined where it
 * names none, and so is of what was filed last.
 */
export function findNamedRecord(text: string, facts: Facts): NamedRecord | undefined {
  const line = text.normalize("NFKC").trim();
  const unsure = UNSURE.exec(line)?.groups?.["rest"];
  if (unsure !== undefined) return { like: {}, rest: `改${unsure}` };
  const found = NAMING.exec(line);
  const which = found?.groups?.["which"] ?? "";
  if (found === null || which === "" || VALUE.test(which)) return undefined;
  const lead = found.groups?.["lead"] ?? "";
  const left = line.slice(found[0].length);
  const rest = /[改把将]/u.test(lead) && !/改/u.test(left) ? `改${left}` : left;
  const nth = NTH.test(which) ? nthNamed(which) : undefined;
  if (nth !== undefined) return { nth, rest };
  const meant = readFiling(which, facts);
  if (!("like" in meant)) return undefined;
  const like = { ...meant.like, of: "record" } as const;
  if (Object.keys(like).length > 1)
    return { like: /^(?:刚[才刚]|方才)/u.test(which) ? { ...like, last: true } : like, rest };
  // 那条少数了一户: what is wrong with the last.
  if (MISCOUNTS.test(which)) return undefined;
  // 老王家那次 names one, and nothing that it could be found by; 我去的 names none.
  return /(?:那|这)一?[条次个回份场]/u.test(which) ? { like: { numbers: [] }, rest } : undefined;
}
