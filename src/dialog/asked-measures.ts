import type { DutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { kindAsked } from "#src/understanding/kind-asked.ts";
import { askedKinds, shortKind } from "./asked-kinds.ts";

/** What a question asks to be counted, where it asks for several things at once. */
export type AskedMeasures = {
  readonly kinds: readonly DutyKind[];
  /** All that was done. */
  readonly total?: true;
  /** What residents brought up. */
  readonly opinions?: true;
  /** What is counted elsewhere, or nowhere. */
  readonly others: readonly OtherMeasure[];
};

/** Something else that is asked beside: how often somebody was absent, or words that name nothing counted. */
export type OtherMeasure = { readonly of: "attendance" } | { readonly of: "unknown"; readonly words: string };

const HOW_MANY =
  "(?:多少|好多|几(?!个?月|[月号点]))(?:人次|[户次条件家场起份篇位名人回批天个])?(?:的)?(?:选民|群众|居民|村民|意见|建议|议案|诉求|问题|纠纷|矛盾|企业|小组活动|活动|会议?|视察|调研|培训|座谈会?|履职|记录)?";
const PART = new RegExp(
  `(?<words>[^]*?)(?<amount>${HOW_MANY})(?:[了呢啊吗]*)(?:[、,和与跟及;\\s]|以及|还有|另外)*`,
  "guy",
);
const ATTENDANCE = /缺席|缺勤|请假|出勤|到会|签到|迟到|早退/u;
const OPINIONS = /意见|诉求/u;
const HEARD = /反映[^,]*问题|问题[^,]*反映/u;
const TOTAL = /履职|记录/u;
// 走访多少户、多少人: another amount of the same.
const SAME = /^(?:[又也还都共一总有各的是分别]|各自)*$/u;

type Measure =
  | { readonly of: "kinds"; readonly kinds: readonly DutyKind[] }
  | { readonly of: "opinions" | "total" }
  | OtherMeasure;

/** 走访几户、接待几人: the several things that a question asks to be counted; undefined where it asks for one. */
export function askedMeasures(
  text: string,
  facts: Pick<Facts, "today" | "places" | "people">,
): AskedMeasures | undefined {
  const line = withoutFrame(text.normalize("NFKC"), facts);
  const found = Array.from(line.matchAll(PART), ({ groups }) =>
    toMeasure(groups?.["words"] ?? "", groups?.["amount"] ?? ""),
  ).filter((one) => one !== undefined);
  if (found.length < 2) return undefined;
  const kinds = [...new Set(found.flatMap((one) => (one.of === "kinds" ? one.kinds : [])))];
  const has = (of: Measure["of"]): boolean => found.some((one) => one.of === of);
  const others = found.filter((one) => one.of === "attendance" || one.of === "unknown");
  const asked = kinds.length + Number(has("opinions")) + Number(has("total"));
  if (asked === 0 || asked + others.length < 2) return undefined;
  return {
    kinds,
    ...(has("total") ? { total: true } : {}),
    ...(has("opinions") ? { opinions: true } : {}),
    others,
  };
}

// Who, where and when is asked of all of it.
function withoutFrame(
  text: string,
  { today, places, people }: Pick<Facts, "today" | "places" | "people">,
): string {
  const periods = findDates(text, { today, prefer: "past" }).map((one) => one.text);
  const named = [...places, ...people]
    .filter((one) => text.includes(one))
    .sort((a, b) => b.length - a.length);
  return [...periods, ...named].reduce((rest, one) => rest.replaceAll(one, ""), text);
}

function toMeasure(before: string, amount: string): Measure | undefined {
  const words = `${before}${amount}`;
  if (SAME.test(before) && !/[\u4e00-\u9fff]{2}$/u.test(amount.replace(/^(?:多少|好多|几)(?:人次|.)?/u, "")))
    return undefined;
  if (ATTENDANCE.test(words)) return { of: "attendance" };
  if (OPINIONS.test(words)) return { of: "opinions" };
  const several = askedKinds(before);
  const kind = shortKind(words) ?? kindAsked("stats", words);
  if (several.length > 1) return { of: "kinds", kinds: several };
  if (kind !== undefined) return { of: "kinds", kinds: [kind] };
  if (HEARD.test(words)) return { of: "opinions" };
  return TOTAL.test(words) ? { of: "total" } : { of: "unknown", words: words.replace(/^[\s,、]+/u, "") };
}
