import type { CardField } from "#src/domain/requests/report.ts";
import { type Rendered, words } from "./rendered.ts";

/** What a line does not say, of the card in view, or `filed` of what was filed. */
export type NotRead = { readonly field: CardField | "intent"; readonly filed?: true };

/** Says how it is said: an answer to the question, or a correction in one sentence. */
export const notRead = ({ field, filed }: NotRead): Rendered =>
  filed === true
    ? words("要改成什么,没有说,还没有改动。", `请一句说完,比如:${EXAMPLES[field]}`)
    : words("这句我没听明白。", NOT_READ[field], field !== "intent" && WAY_OUT);

const WAY_OUT = "不想记了,就回“不记了”。";

const NOT_READ = {
  kind: "请说一种履职,比如:走访群众、接待选民、小组活动",
  date: "请说哪一天,比如:昨天、9月12日、上周三",
  end: "请说到哪一天为止,比如:9月14日",
  time: "请说几点,比如:下午3点",
  place: "请说在哪里,比如:〔村〕五组",
  with: "请说同去的代表姓名,比如:李明、王芳;没有就说“没有”",
  count: "请说数量和单位,比如:12户、46人",
  text: "请再说一遍事情的内容",
  category: "请说是哪一类,比如:交通、环境、水电",
  intent: "请点上面的一项",
} as const satisfies Record<CardField | "intent", string>;

const EXAMPLES = {
  kind: "改类型 接待选民",
  date: "改时间 昨天下午",
  end: "改结束日期 9月14日",
  time: "改时间 下午3点",
  place: "改地点 〔村〕五组",
  with: "改同行 李明、王芳;没有同行就说:改同行 没有",
  count: "改数量 12户",
  text: "改内容 走访困难户,送去棉被",
  category: "改分类 交通",
  intent: "改数量 12户",
} as const satisfies Record<CardField | "intent", string>;
