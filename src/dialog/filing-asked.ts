import { addDays } from "#src/domain/day.ts";
import type { FigurePeriod } from "#src/domain/figures/figure-period.ts";

const MANY = "(?:几|多少|好多)[条份]";
const FILED = new RegExp(
  `(?:新|刚|补)?(?:填?报|交|提交|收到)(?:上来|进来|过来)?(?:了|过)?(?:的)?(?:都|一共|总共|共)?(?:有)?${MANY}(?:履职)?(?:记录)?|${MANY}(?:履职)?(?:记录)?(?:是)?(?:今天|昨天)?(?:新|刚)?(?:报|交)(?:上来|了|的)?`,
  "u",
);
const OF_ELSE = /意见|建议|议案|反映|报告|自评|述职|应办/u;
/** Over more days than this nearly all is filed in the stretch in which it was done. */
const MOST_DAYS = 31;

/** The words that ask how many records came in: 今天报了几条. Of what was done and of what was told the days may differ. */
export const filingWords = (text: string): string | undefined =>
  OF_ELSE.test(text) ? undefined : FILED.exec(text.normalize("NFKC"))?.[0];

/** Whether a figure is also told by the days on which its records came in. */
export const filingAsked = (text: string, { from, to }: FigurePeriod): { readonly filed?: true } =>
  filingWords(text) !== undefined && to <= addDays(from, MOST_DAYS) ? { filed: true } : {};
