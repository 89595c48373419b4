import { everywhere } from "./guarded.ts";
import { NUMBER } from "./numbers.ts";

const AMOUNT = `${NUMBER}(?:余|多|来)?(?:人次|[户人名家位次起件个场])`;
// 接待选民3人和走访石头村2户: what stands between is a deed's name and its own amount on either side.
const JOINED = everywhere(
  new RegExp(
    `(?<=${AMOUNT})(?:和|与|及|以及|还有|(?:[之以]?后|完)[又再]?(?:去|到)?)(?=(?:走访|接待|慰问|看望|调解|视察|调研|宣讲)[^,。;:和与及]{0,14}?${AMOUNT})`,
    "gu",
  ),
);

/** Two deeds that are joined by a word as two that are told one after the other. */
export const partJoined = (text: string): string => JOINED.replace(text, ",");
