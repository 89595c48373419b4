import type { Correction } from "./understanding.ts";
import { guarded } from "./guarded.ts";

type Field = Correction["field"];

// What a field is called when it is put right, the longer names of others first: 结束时间 is no 时间, 人次 no 次数.
const CALLED: readonly (readonly [Field, string])[] = [
  ["end", "结束(?:日期|时间|那天)"],
  ["category", "意见的?(?:分类|类别|类型)|分类|归类"],
  ["person_times", "人次数?"],
  ["persons", "(?:参加|接待|参与|到会|听众|受众)的?人员数|人数"],
  ["households", "户数"],
  ["enterprises", "(?:企业|商户|门店)的?家?数量?|家数"],
  [
    "places",
    "(?<=[\\d一二两三四五六七八九十][个处])(?:地方|点位?|小区|项目|村|站)|(?:隐患|处|点|站点|场所|小区|项目)数量?|点位数?量?",
  ],
  ["yuan", "(?:捐款|红包|慰问金|助学金|款)数额?|金额|钱数|款项"],
  ["km", "里程数?|公里数|长度"],
  ["mu", "亩数|面积"],
  ["hours", "小时数|时长"],
  ["entries", "条数|(?:意见|建议)数量?"],
  ["items", "件数"],
  ["cases", "起数|(?:案件|纠纷)数量?"],
  ["sessions", "场数"],
  ["days", "天数"],
  ["lamps", "(?:路灯|灯|盏)数量?"],
  ["papers", "篇数"],
  ["times", "次数"],
  ["with", "(?:同行|同去|一起去|一道去|跟我去|随行)的?(?:代表|人员|人)?|人名"],
  ["kind", "(?:履职|记录|活动)?(?:类型|类别|种类)"],
  ["place", "地点|地方|位置|地名|[村镇街组]名|社区名称?"],
  ["date", "日期|时间|日子"],
  ["text", "内容"],
];

const NAMED = guarded(new RegExp(CALLED.map(([, names]) => `(${names})`).join("|"), "u"));

/** The field that a text names first, as one calls it; undefined where it names none. */
export function fieldNamed(text: string): Field | undefined {
  const match = NAMED.exec(text);
  const index = match === null ? -1 : match.findIndex((part, at) => at > 0 && part !== undefined);
  const field = CALLED[index - 1]?.[0];
  // 那条意见的类别: the sort of a matter, not of a duty.
  return field === "kind" && /意见|反映|问题|诉求/u.test(text) ? "category" : field;
}
