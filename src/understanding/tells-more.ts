import { isDeed } from "./deeds.ts";
import { complains, isProblem, lacks } from "./problems.ts";
import { AFRESH, ALSO, DAY_AMOUNT, NEW_VOICE } from "./telling.ts";

/** True for a second wrong, though the same people tell of it: 化肥又涨价,水渠也堵着没人清. */
export const isAnother = (text: string, before: string): boolean =>
  NEW_VOICE.test(text) || (ALSO.test(text) && isProblem(text) && lacks(before));

/** True for more of what was done, though it tells of what was wrong: 为社区更换老化线路. */
export function tellsMore(text: string): boolean {
  if (/^(?:现场|当场|并|及时)(?!反映|要求)/u.test(text)) return true;
  if (!isDeed(text)) return false;
  return /\d|了|完/u.test(text) && !/反映|希望|要求/u.test(text);
}

/** True for a day that opens what is told next, and is no amount of what was told before. */
export const opensDay = (text: string): boolean =>
  AFRESH.test(text) && !complains(text) && !DAY_AMOUNT.test(text);
