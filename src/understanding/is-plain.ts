import { guarded } from "./guarded.ts";
import { isAsking } from "./is-asking.ts";
import { complains } from "./problems.ts";
import { isOwned } from "./owns-to.ts";
import { isProposing } from "./suggestion.ts";
import type { Understanding } from "./understanding.ts";

/** True for what was read of words that mean one thing only, however seldom they were heard. */
export const isPlain = (told: Understanding, text: string): boolean =>
  (told.intent === "withdraw" && UNDOING.test(text)) ||
  (told.intent === "query" && isAsking(text)) ||
  (told.intent === "leave" && told.leave !== undefined && text.length <= 60 && LEAVING.test(text)) ||
  (told.intent === "correction" && told.correction?.field === "category" && !isOwned(text)) ||
  (told.intent === "opinion" && OWN_EYES.test(text) && complains(text)) ||
  (told.intent === "suggestion" && isProposing(text)) ||
  (told.intent === "satisfaction" && RATING.test(text));
const UNDOING = guarded(
  /^.{0,6}当我?没[说报发]|^(?:莫|别|不要|不用)再?[记登报录]了[,。!]|假[^,。]{0,3}不请了|一条[^,。]{0,3}删[掉了]?$|报早了[^。]{0,14},(?:先|就)?撤|^(?:请|麻烦|帮我|给我|你|把它|算了?|先|[,哎呀])*[撤删](?:回|销|除|了|掉|一)|(?:误[填报记写]|重复|刚[才刚]|上一?条|那条|所报|申请)[^。]{0,14}(?:撤|删|作废|取消)/u,
);
// 我今天发现村口的桥裂了: no deed, and a matter though no resident speaks.
const OWN_EYES = guarded(
  /^(?:我|今早|今天|昨天|昨晚|这几天|最近|路过[^,。]{1,8}|[上下]午|晚上|,)*(?:发现|看到|看见|瞧见)[^,。]{4}/u,
);
// 联络站值班请假: what a message ends with is what it wants.
const LEAVING = guarded(
  /(?:会|活动|视察|培训|学习|调研|列席|检查|评议|接待|值班|宣讲|述职)日?[^,。天日号了]{0,4}请(?:个?假|假[一1半][天次])[,。!哈吧啦]*$/u,
);
const RATING = guarded(
  /(?:答复|办理|回复|结果|承办|评价)[^。]{0,20}(?:满意|认可|评)|代表(?:表示)?(?:评价|反馈|基本|很|不)*满意|评[价一个][^,。]{0,8}(?:答复|结果)|(?:办理|答复|回复|结果)[^,。]{0,6}打个?分/u,
);
