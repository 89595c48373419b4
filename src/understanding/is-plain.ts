import { asksHowMany } from "./asks-how-many.ts";
import { guarded } from "./guarded.ts";
import { isAsking } from "./is-asking.ts";
import { complains } from "./problems.ts";
import { isOwned } from "./owns-to.ts";
import { isProposing } from "./suggestion.ts";
import type { Understanding } from "./understanding.ts";

/** True for what was read of words that mean one thing only, however seldom they were heard. */
export const isPlain = (told: Understanding, text: string): boolean =>
  (told.intent === "withdraw" && UNDOING.test(text)) ||
  (told.intent === "query" && (isAsking(text) || asksHowMany(text) || LISTED.test(text))) ||
  (told.intent === "leave" && told.leave !== undefined && text.length <= 60 && LEAVING.test(text)) ||
  (told.intent === "correction" && told.correction?.field === "category" && !isOwned(text)) ||
  (told.intent === "correction" && told.correction !== undefined && NUMBERED.test(text)) ||
  (told.intent === "opinion" && OWN_EYES.test(text) && complains(text)) ||
  (told.intent === "suggestion" && isProposing(text)) ||
  (told.intent === "report" && TELEGRAM.test(text)) ||
  (told.intent === "satisfaction" && RATING.test(text));
// 10月没记录的, 除了走访,其他的一共几次, 明年的视察计划出来没: a list, a plan or a sum is wanted, in as few words as it takes.
const LISTED = guarded(
  /^[^,。]{0,10}[月周天年度日号内来]没(?:有)?(?:履职)?记录的(?:代表|人)?[?。]*$|^除了?[^,。]{1,8},?其[他它余][^,。]{0,6}(?:几|多少)|^[^,。]{2,12}(?:计划|安排|日程)表?(?:定|出|下|发)(?:下?来)?了?没(?:有|得)?[?。]*$/u,
);
// 刚看了一下,履-2026-00001 应该是5户: which record, and what it should say.
const NUMBERED = guarded(/履-?\d{4}-\d{3,6}\s?(?:那条|的)?,?应该是/u);
const UNDOING = guarded(
  /^.{0,6}当我?没[说报发]|^(?:莫|别|不要|不用)再?[记登报录]了[,。!]|假[^,。]{0,3}不请了|一条[^,。]{0,3}删[掉了]?$|报早了[^。]{0,14},(?:先|就)?撤|^(?:请|麻烦|帮我|给我|你|把它|算了?|先|[,哎呀])*[撤删](?:回|销|除|了|掉|一)|(?:误[填报记写]|重复|刚[才刚]|上一?条|那条|所报|申请)[^。]{0,14}(?:撤|删|作废|取消)/u,
);
// 我今天发现村口的桥裂了: no deed, and a matter though no resident speaks.
const OWN_EYES = guarded(
  /^(?:我|今早|今天|昨天|昨晚|这几天|最近|路过[^,。]{1,8}|[上下]午|晚上|,){0,5}(?:发现|看到|看见|瞧见)[^,。]{4}/u,
);
// 联络站值班请假: what a message ends with is what it wants.
const LEAVING = guarded(
  /(?:会|活动|视察|培训|学习|调研|列席|检查|评议|接待|值班|宣讲|述职)日?[^,。天日号了]{0,4}请(?:个?假|假[一1半][天次])[,。!哈吧啦]*$/u,
);
// 接待。3人。黄连村; 议案1件,领衔,已交; 冬至送温暖,敬老院,棉鞋三十双: a duty, and how much of it, in a few words each.
const MUCH = "(?:\\d{1,5}|[一二两三四五六七八九十百千]{1,5})[一-龥]";
const TELEGRAM = guarded(
  new RegExp(
    `^(?:[^,。;:]{1,8}[日号天节至],?)?(?:走访|接待|接访|值班|调解|慰问|送温暖|送清凉|视察|调研|宣讲|培训|旁听|列席|述职|捐款|捐物|志愿服务)(?:选民|群众|企业|商户|困难户)?[,。]\\s*(?:[^,。;:]{1,10}[,。]\\s*){0,3}?[^,。;:\\d]{0,6}${MUCH}|^(?:议案|建议)(?:\\d|[一二三四五])件[,。](?:领衔|牵头|联名|附议)[,。]`,
    "u",
  ),
);
const RATING = guarded(
  /(?:答复|办理|回复|结果|承办|评价)[^。]{0,20}(?:满意|认可|评)|代表(?:表示)?(?:评价|反馈|基本|很|不)*满意|评[价一个][^,。]{0,8}(?:答复|结果)|(?:办理|答复|回复|结果)[^,。]{0,6}打个?分/u,
);
