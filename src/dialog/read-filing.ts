import { DUTY_KINDS, type DutyKind, isDutyKind } from "#src/domain/duty-kind.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { FilingLike } from "#src/domain/requests/filing.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { findPlace } from "#src/understanding/places.ts";
import { numbersIn, withoutNumbers } from "./spoken-number.ts";

const VERBS =
  /(?:撤销|撤回|撤掉|撤了|删除|删掉|删了|作废|取消|不要了?|莫要了?|不算数?|不报了?|不记了?|(?:搞|弄|报|发|记|点|说|登|录|填|写|按|整)错(?:了|啦|喽|咯)?|[哎呀哟唉啊]|哦豁|糟了?|不好意思|麻烦|请|帮我|帮忙|一下|把|将|你|我|掉|吧|了|它|呢)/gu;
const LAST =
  /^(?:刚才|刚刚|上面|上一?|前一|前面|最后|最新|最近|那|这)*(?:的|那|这|一)*(?:条|个|份|次|记录)?(?:报|发|记|说)?的?$/u;
const BARE = /^(?:(?<year>20\d{2})[-\s]*)?(?<place>0\d{2,5})$/u;

/** Which of one's own filings words mean: these numbers, what was filed last, or what is like this. */
export type FilingMeant =
  | { readonly numbers: readonly string[] }
  | { readonly last: true }
  | { readonly like: FilingLike };

/** Reads which filing is meant. What cannot be read is like anything, and asked about. */
export function readFiling(words: string, facts: Facts): FilingMeant {
  const numbers = numbersIn(words, "履", "意", "建");
  if (numbers.length > 0) return { numbers };
  const rest = withoutNumbers(words)
    .replace(VERBS, "")
    .replace(/[\s,.!:;]+/gu, "");
  const bare = BARE.exec(rest)?.groups;
  if (bare !== undefined)
    return { numbers: numbersIn(`履-${bare["year"] ?? facts.today.slice(0, 4)}-${bare["place"] ?? ""}`) };
  return LAST.test(rest) ? { last: true } : { like: likeness(rest, facts) };
}

function likeness(rest: string, { today, places }: Facts): FilingLike {
  // 刚才接待的: which one is meant, and no day.
  const day = findDates(rest, { today, prefer: "past" }).find((one) => !/^(?:刚|方才|现在)/u.test(one.text));
  const known = places.filter((one) => rest.includes(one)).sort((a, b) => b.length - a.length)[0];
  const shaped = findPlace(rest, places);
  const place = known ?? (shaped !== undefined && IS_VILLAGE.test(shaped) ? shaped : undefined);
  const kind = mainKind(rest)?.kind ?? kindCalled(rest);
  const of = kind !== undefined ? "record" : /意见|反映/u.test(rest) ? "opinion" : undefined;
  return {
    ...(of === undefined ? (/建议|议案/u.test(rest) ? { of: "suggestion" as const } : {}) : { of }),
    ...(kind === undefined ? {} : { kind }),
    ...(day === undefined ? {} : { from: day.start, to: day.end }),
    ...(place === undefined ? {} : { place }),
  };
}

// A place that no list has is one by its last word: 罗吊村那回.
const IS_VILLAGE = /[\u4e00-\u9fff]{2}(?:村|社区|小区|寨|街道)$/u;

// 接待那条: of 接待选民 what it begins with, where no other kind begins so.
function kindCalled(words: string): DutyKind | undefined {
  const called = Object.entries(DUTY_KINDS).flatMap(([kind, { name }]) =>
    isDutyKind(kind) && words.includes(name.slice(0, 2)) ? [kind] : [],
  );
  return called.length === 1 ? called[0] : undefined;
}
