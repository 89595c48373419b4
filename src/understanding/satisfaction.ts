import type { Satisfaction } from "./understanding.ts";

const ABOUT = /(?:办理|答复|处理|结果|办得|回复|建议|意见|评价|这件|那件|那个)/u;

/** How satisfied somebody says to be with an answer; undefined where the words are about something else. */
export function findSatisfaction(text: string): Satisfaction | undefined {
  const value = /不(?:太|是很|怎么|够)?满意|不认可|不接受/u.test(text)
    ? "dissatisfied"
    : /基本满意|还算满意|比较满意|勉强满意|还可以|还行/u.test(text)
      ? "basically_satisfied"
      : /满意|认可/u.test(text)
        ? "satisfied"
        : undefined;
  if (value === undefined || /满意度|满意\d|测评|多少/u.test(text)) return undefined;
  if (/还可以|还行/u.test(text) && !ABOUT.test(text)) return undefined;
  return ABOUT.test(text) || text.length <= 8 ? value : undefined;
}
