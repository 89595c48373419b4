import { onward } from "./guarded.ts";
import { listNames } from "./known-names.ts";

// What ends a name when somebody goes along: 王芳芳走访, 李明华代表一起.
const GIVEN =
  "[芳华明伟军强丽英平红霞燕勇杰涛辉敏静磊洋艳娟梅兰玲玉琴凤莲秀珍云龙飞鹏波超斌刚峰健国庆民文武德贵发富荣昌兴林森海江洪春秋雪星晨阳光亮才良义忠信仁志祥福禄寿权泉生根芬萍莉娜婷慧]";
const ENDS =
  "(?=代表|同志|委员|[两三]?位?(?:也|都)?(?:一[起道块同路]|同行|陪同)|也?[去到](?!年)|走访|入户|看望|慰问|接待|调解|视察|调研|[、,。;])";
const NAMES_ON = onward(new RegExp(`${GIVEN}${ENDS}`, "uy"));

/** Stands in the place of somebody who is not known. */
const SOMEBODY = "某";

/**
 * The text with a mere somebody in the place of longer names that only begin like a known one: 王芳芳 is not 王芳. The same
 * text where there is none.
 */
export function withoutLonger(text: string, people: readonly string[]): string {
  let out = "";
  let from = 0;
  for (const { name, index } of listNames(text, people)) {
    const end = index + name.length;
    if (name.length !== 2 || NAMES_ON.endOf(text, end) === undefined) continue;
    out += text.slice(from, index) + SOMEBODY.repeat(3);
    from = end + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
