import { everywhere, guarded } from "./guarded.ts";

const MATTERS =
  "(?:意见|建议|问题|诉求|反映)[^,。;:()\\d]{0,6}(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})?[条个件点项]?";
// 意见1条——楼道灯坏了: what follows is the matter.
const DASHED = guarded(new RegExp(`(?<=${MATTERS})\\s*[—-]{1,2}\\s*(?=[一-龥]{3})`, "u"));
// 意见3条(农机补贴、垃圾池、村医): the matters stand in brackets.
const IN_BRACKETS = guarded(
  new RegExp(`(?<=${MATTERS})\\((?<items>[^()、,;]{2,40}[、,;][^()]{2,100})\\)`, "u"),
);

// 培训/县委党校/6.3-6.5: a stroke where others put a comma; 3元/吨 is a price.
const STROKES = everywhere(
  /(?:(?<=[一-龥])(?<![元块角分万])(?<![元块角分万]\/[一-龥]{1,3})\/(?=[一-龥\d])|(?<=\d[一-龥]?)(?<![元块角分万])\/(?=[一-龥])|(?<=[.月]\d{1,2}[日号]?)\/(?=\d{1,4}[户人名家件起场次位]))(?!(?:度|吨|月|年|天|日|周|次|亩|斤|小时)(?:$|[^一-龥]))/gu,
);
const OR = guarded(/和\/或/u);

/** The text with commas where strokes part a telegram, and a colon where a dash or brackets lead to what residents brought up. */
export const asList = (text: string): string => {
  const apart = STROKES.list(text, 2).length > 1 && !OR.test(text) ? STROKES.replace(text, ",") : text;
  const plain = DASHED.replace(apart, ":");
  return IN_BRACKETS.replace(plain, ":$<items>");
};
