import { guarded } from "./guarded.ts";
import type { Satisfaction } from "./understanding.ts";

const ABOUT = guarded(
  /办理|答复|处理|结果|办得|回复|评价|这件|那件|那个|这个|解决|落实|办件|建议办|意见办|你们|反馈/u,
);
const NOT = guarded(
  /不(?:太|是很|怎么|够|大|很|咋个)?满意|(?:没法|谈不上|算不上|说不上)满意|不(?:予|能|太)?认可|空洞|走形式|没[^,。]{0,3}解决|不接受|很失望|不行,|敷衍/u,
);
const PARTLY = guarded(
  /基本(?:上)?满意|还算满意|比较满意|勉强(?:满意|可以|接受)|一般满意|大[致体](?:上)?满意|马马虎虎|将就/u,
);
const FAIR = guarded(/还可以|还行|过得去|可以接受/u);
const FULLY = guarded(/满意|认可/u);

/** How satisfied somebody says to be with an answer; undefined where the words are about something else. `known`: they surely answer. */
export function findSatisfaction(text: string, known = false): Satisfaction | undefined {
  if (!/满意|认可|接受|失望|还可以|还行|过得去|马马虎虎|将就|勉强|敷衍/u.test(text)) return undefined;
  if (
    /满意度|满意\d|(?:评议|测评)了?[^,。答复结果]{0,8}[局院委所办队站]|(?<!答复|办理|结果)测评|多少|几个|述职|到会|到场|哪些|谁/u.test(
      text,
    ) ||
    /[?]|吗$/u.test(text)
  )
    return undefined;
  if (/(?:群众|居民|村民|业主|住户|选民|他们|大家)[^,。]{0,10}(?:不满意|意见)/u.test(text)) return undefined;
  const value = NOT.test(text)
    ? "dissatisfied"
    : PARTLY.test(text) || FAIR.test(text)
      ? "basically_satisfied"
      : FULLY.test(text)
        ? "satisfied"
        : undefined;
  if (value === undefined) return undefined;
  const begins =
    /^(?:我|对|比较|很|非常|还算|基本|不|十分|总体|还可以|还行|好,)*(?:满意|不满意|认可|还可以|还行|不认可)/u.test(
      text,
    );
  return known || ABOUT.test(text) || text.length <= 8 || begins ? value : undefined;
}

const RATES = guarded(/评价(?![:是为])|打个?分|评分|评个价|评一[下哈]|满意度/u);
const RATED = guarded(/答复|回复|办理|结果|办件|承办|那件|满意度/u);

/** True for a wish to say how satisfied somebody is that does not say it yet: 答复收到了,我评价一下. */
export const wantsToRate = (text: string): boolean =>
  text.length <= 30 &&
  RATES.test(text) &&
  RATED.test(text) &&
  !/[?]|吗|怎么|咋|多少|几|谁|哪|群众|居民|村民|测评|评议|评价会|参加|了$|统计|如何/u.test(text);
