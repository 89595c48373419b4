import type { OpinionDraft } from "#src/domain/draft.ts";
import { isUrgent, rankCategories } from "./categories.ts";
import { findPlace } from "./places.ts";

const MARK =
  /(?:^|[\s,,。;;::、])(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[、..,]|[))])|[((](?:\d{1,2}|[一二三四五六七八九十]{1,2})[))]|[①-⑳❶-❿⑴-⒇]|(?:[一二三四五六七八九]|另外?一条|还有一条|一条|有一条|第[一二三四五六七八九](?:条|个|点)?|其[一二三四五]|另一个|一个)是?[::,,]?(?=是|反映|说|[^,,。]{2})(?<=是|第[一二三四五六七八九](?:条|个|点)?|其[一二三四五]|[::,,]))|\n+(?:[-•·*]\s*)?/gu;

/** The items of a list, without their numbers; one item where the text is no list. */
export function splitItems(text: string): string[] {
  const cuts = [...text.matchAll(MARK)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  if (cuts.length < 2 && !/[①1一](?:、|\.|是)/u.test(text)) return [trim(text)].filter((item) => item !== "");
  const pieces = [
    text.slice(0, cuts[0]?.from ?? text.length),
    ...cuts.map((cut, index) => text.slice(cut.to, cuts[index + 1]?.from)),
  ];
  return pieces.map(trim).filter((item) => item.length > 1);
}

const trim = (text: string): string => text.replace(/^[\s,,。;;::、是]+|[\s,,。;;::、]+$/gu, "");

const INTRO =
  /^(?:(?:有|一些|不少|很多|许多|多名|几个|部分)?(?:群众|居民|村民|选民|老百姓|大家|业主|住户|家长|老乡|乡亲|商户|他们|他|她|有人|个别人)(?:们)?(?:向我|都|还|也|纷纷|集中|普遍|在会上|当场)?(?:反映|说|提出|讲|提到|投诉|表示|希望反映|谈到|摆|诉苦)(?:的(?:是|问题是)?|了|到)?|(?:主要)?(?:反映|提出|投诉)(?:的(?:是|问题是)?|了|说)?|(?:收集|收到|记录)[^,,。::]{0,12}(?:意见|建议|问题)[^,,。::]{0,6}[::,,]|(?:意见|问题|诉求)(?:有|如下|是|主要是)?[::,,])[::,,\s]*/u;

/** One opinion from its own words. */
export function toOpinion(item: string, places: readonly string[]): OpinionDraft {
  const text = trim(item.replace(INTRO, "")) || trim(item);
  const place = findPlace(text, places);
  return {
    text,
    category: rankCategories(text).category,
    ...(place === undefined ? {} : { place }),
    ...(isUrgent(text) ? { urgent: true } : {}),
  };
}
