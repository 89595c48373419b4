// Which time it was, what is said for it, and that somebody disagrees.
const TIME = /那(?:天|次|场|回)|当天|当时|上次|昨天|前天|\d{1,2}[日号]|缺席/u;
const GROUND =
  /请(?:过|了)假|(?:跟|向|和|给|同|找)[^,\u3002]{1,10}(?:请示|请假|说|讲|报告|汇报|打|讲)(?:过|了|的)|(?:打|说|讲|报告|汇报|联系|告诉|请示)(?:过|了)(?:电话|组长|主席|他们|招呼|的)|(?:没|未)(?:有)?(?:接到|收到|得到|看到|听到|人|谁)[^,\u3002]{0,6}(?:通知|消息|电话|信息)|不(?:知道|晓得)[^,\u3002]{0,6}(?:开会|活动|有会|要来)|在(?:会|现)?场|坐在?[前后中]排|签(?:了|过)到|生(?:了)?病|病了|住(?:了)?院|防汛|抢险|救火|明明(?:来|去|到|参加)|(?:我)?(?:去|来|到|参加)了的/u;
const DISAGREES =
  /有意见|不服|冤枉|不认(?!识)|搞错|弄错|记错|算错|登错|凭什么|(?:怎么|为什么|咋)(?:会|就|又)?(?:算|是|说|记)[^,\u3002]{0,4}缺席|不(?:应该|该|能)算|没(?:有)?缺席|不是缺席|有异议|不公平/u;
const OWN = /我|本人/u;
// A report or what residents say, whatever else stands in it.
const ELSE = /走访|接待|调研|慰问|宣讲|调解|反映|群众|居民|村民|\d+(?:户|人次|件)|路灯|建议/u;
const LONGEST = 80;

/** True for words that may be an objection to an absence, where one was told of; it is asked before it is one. */
export function mayObject(said: string): boolean {
  const text = said.normalize("NFKC").trim();
  if (text.length > LONGEST || ELSE.test(text)) return false;
  if (DISAGREES.test(text)) return TIME.test(text) || GROUND.test(text) || OWN.test(text);
  return OWN.test(text) && TIME.test(text) && GROUND.test(text);
}
