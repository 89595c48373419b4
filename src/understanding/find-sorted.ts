import { namedCategory, toCategory } from "./correction-values.ts";
import { guarded } from "./guarded.ts";
import type { Correction } from "./understanding.ts";

const INTO = "(?:应当?|应该|该|要|请|还是|得|给我)?[归分划放改算列挪转调](?:[到入为进在成]|去|给)?";
// 那条意见归到交通类: of an opinion its sort, though nobody owns to a mistake.
const CLASSED = guarded(
  new RegExp(
    `^(?:请?[把将])?(?:[上前那这]一?|刚[才刚]那?)[条个件]的?(?:意见|反映|诉求|问题)${INTO}(?<value>[^,。]{2,8}?)(?:里[头面]?)?[。!]*$`,
    "u",
  ),
);
// 那条臭水沟的意见分到环境类更合适, 断头路那件应算交通,不是城建: which one is told by what it was about.
const TOLD_OF = guarded(
  new RegExp(
    `^(?:请?[把将])?[^,。]{0,16}?(?:意见|反映|诉求|问题|[那这]一?[件条桩个](?:事)?)(?:,)?${INTO}(?<value>[^,。]{2,8}?)(?:里[头面]?|去|那边|下面)*(?:比较|更)?(?:合适|恰当|准确|好|对|妥当?|才对)?(?:[些点一吧了啊])*(?:,?(?:而)?(?:不是|莫放|别放)[^,。]{1,8})?[。!]*$`,
    "u",
  ),
);

/** Of an opinion that was filed, the sort that it is to be of; undefined where the words are about anything else. */
export function findSorted(text: string): Correction | undefined {
  const value = CLASSED.exec(text)?.groups?.["value"];
  const category = value === undefined ? "unclear" : toCategory(value);
  if (category !== "unclear") return category;
  const named = TOLD_OF.exec(text)?.groups?.["value"];
  return named === undefined ? undefined : namedCategory(named);
}
