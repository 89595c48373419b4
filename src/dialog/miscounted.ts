import { type CountUnit, isCountUnit } from "#src/domain/count-unit.ts";
import type { Change } from "#src/domain/requests/amendment.ts";
import { findCounts } from "#src/understanding/counts.ts";

type Counting = Extract<Change, { readonly field: CountUnit }>;

const N = "(?:\\d[\\d.]{0,6}|[一二两三四五六七八九十百千]{1,7})个?";
const UNIT = "(?:人次|万元|公里|小时|[名位]|[人户家处起天元亩盏])(?:人|人家|群众|选民|商户|企业)?";
const LEAD =
  "(?:不对|不好意思|哎[呀哟]?|哦|对了|另外|刚[才刚]|上一?条|那[条次]|我|还|又|其实|应该|[的,\\s])*";
const TOTAL = `(?:[,\\s]*(?:一共|总共|加起来|拢共|共|应该|应当|实际|其实|就|该)*(?:是|有|为)?(?<total>${N}${UNIT}))?`;
const MEND =
  "(?:[,\\s]*(?:请|麻烦|帮我|把它)*(?:补上|加上|补进去|加进去|添上|减掉|减去|去掉|改一?下|更正一?下?))?";
const END = "(?:的|了|吧|哈|啊|哦|嘛)*$";
// 少记了2户,一共14户; 还漏了2户.
const SHORT = new RegExp(
  `^${LEAD}(?:少|漏)(?:了|记|写|报|算|说|填|数|登|掉)*(?<by>${N}${UNIT})${TOTAL}${MEND}${END}`,
  "u",
);
// 应该再加2户, 还要补上2户.
const ADDS = new RegExp(
  `^${LEAD}(?:还?[要得]|再|请|麻烦|帮我|给我)*(?:增?加|补|添)(?:上|进去|写|记)?(?<by>${N}${UNIT})${TOTAL}${END}`,
  "u",
);
// 多报了2户.
const OVER = new RegExp(
  `^${LEAD}多(?:了|记|写|报|算|说|填|数|登)+(?<by>${N}${UNIT})${TOTAL}${MEND}${END}`,
  "u",
);

/**
 * By how much what was filed was counted too low or too high, and what it is in all where that was said: 少记了2户,一共14户;
 * undefined for all else, and for what may be a record of its own: 漏了一次.
 */
export function miscountedIn(text: string): Counting | undefined {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[\s.!。]+$/gu, "");
  if (line.length > 30) return undefined;
  const over = OVER.exec(line)?.groups;
  const { by, total } = over ?? SHORT.exec(line)?.groups ?? ADDS.exec(line)?.groups ?? {};
  if (total !== undefined) return countIn(total);
  const change = by === undefined ? undefined : countIn(by);
  if (change === undefined) return undefined;
  return over === undefined ? { ...change, more: true } : { ...change, less: true };
}

function countIn(words: string): Counting | undefined {
  const [[field, value] = []] = Object.entries(findCounts(words).counts);
  return field !== undefined && value !== undefined && isCountUnit(field) ? { field, value } : undefined;
}

const SLIP = new RegExp(
  `^(?:我|是|因为|刚[才刚]|又|还|当时|就|,)*(?:少|漏|多)(?:数|记|写|报|算|说|填|登|掉|了)+${N}${UNIT}(?:的|了|吧|哈)*$`,
  "u",
);
const SOME = new RegExp(`${N}${UNIT}`, "u");

/** The words without the clause that says why the amount beside it was wrong: 是7户,漏数了一家 is 7户. */
export function withoutSlip(text: string): string {
  const clauses = text.normalize("NFKC").split(/[,;。]/u);
  const left = clauses.filter((one) => !SLIP.test(one.trim()));
  return left.length < clauses.length && left.some((one) => SOME.test(one)) ? left.join(",") : text;
}
