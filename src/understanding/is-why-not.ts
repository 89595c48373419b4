import { guarded } from "./guarded.ts";

const WHY_NOT = guarded(
  /(?:怎么|咋个?|为(?:什么|啥|何)|为哪样)[^,。;]{0,4}(?:还)?没(?:有)?(?:给我?)?(?:被)?(?:算|记(?!得|住)|显示|加分|录进?|登记?上?|入账|得分|看到|统计)/u,
);

// 走访5户,村民问低保为啥没算他家: that is what residents ask.
const THEIRS =
  /(?:群众|居民|村民|选民|老乡|百姓|老人|家长|业主|商户|住户|大家|有(?:个|些)?人)[^。;]{0,10}(?:反映|[问说讲提])|(?<!我)反映/u;
const LONGEST = 40;

/** True for a question why something was not filed or counted: 昨天走访了5户这条怎么没算分. */
export function isWhyNot(text: string): boolean {
  const at = text.length <= LONGEST ? WHY_NOT.exec(text)?.index : undefined;
  return at !== undefined && !THEIRS.test(text.slice(0, at));
}
