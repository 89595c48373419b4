import { guarded } from "./guarded.ts";

// Who, when, how many, done; or a clause that begins with what was done, to whom or where.
const SHOWN = guarded(
  /了|过(?!期|高|低|多|大|来|去)|完|\d|[一二两三四五六七八九十](?:户|人|名|次|场|起|家|件|位|个|天)|我|咱|本人|身份|[今昨前那当这]天|当晚|[节日](?:参加|参与|到|去|给|为|组织|在|和|跟|带)|昨|今早|上午|下午|晚上|早上|周[一二三四五六日]|星期|礼拜|[本上]月|月底|今年|[刚前这][刚才些两几日回次]|(?:^|[,。;:\n])[\s,。]*(?:在|去|到|给|为|帮|替|和|跟|与|随|同|应邀|受邀|作为|组织|参加|参与|出席|列席|旁听|走访|接待|调解|慰问|看望|视察|开展|召开|主持|协助|向|联系|提交|领衔|附议|联名|值班|化解|收集|督办|督查|召集|持|听|看|查看|捐|资助|带|陪|回|把|就|对|现场|深入|利用|积极|已|代表小组|集中|专题|入户|下|进|上门|调研|评议|监督|检查|宣传|宣讲|述职|履职)|已/u,
);

/** True when a record's own words show that something was done, and do not only name a duty: 志愿者服务站长期关门. */
export const isShown = (text: string): boolean => SHOWN.test(text);
