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

// 领衔提了2件建议又附议了一件: what is only seconded is another; what it is of is said once.
const ROLES = everywhere(
  new RegExp(
    `(?<=(?<what>建议|议案)[^,。;]{0,2})(?:又|还|也|并|另外?|同时)(?:和|跟|与)?(?:别人|人家|他们|其他代表)?(?:一起)?(?:附议|联名)了?(?:(?:建议|议案)${NUMBER}件|${NUMBER}件(?:建议|议案)?)`,
    "gu",
  ),
);
const AGAIN = new RegExp(
  `(?<as>附议|联名)了?(?<first>建议|议案)?(?<many>${NUMBER})件(?<own>建议|议案)?$`,
  "u",
);
const asAnother = (words: string, what: string): string =>
  words
    .replace(
      AGAIN,
      (_all, as: string, first: string | undefined, many: string, own?: string) =>
        `${as}${first ?? own ?? what}${many}件`,
    )
    .replace(/^(?:又|还|也|并|另外?|同时)(?:和|跟|与)?(?:别人|人家|他们|其他代表)?(?:一起)?/u, ",");

/** Two deeds that are joined by a word as two that are told one after the other. */
export const partJoined = (text: string): string => {
  const parted = JOINED.replace(text, ",");
  return ROLES.replace(parted, (words) => asAnother(words, parted.includes("议案") ? "议案" : "建议"));
};
