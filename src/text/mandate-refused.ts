import type { MandateRefusal } from "#src/domain/requests/mandate.ts";

/** What somebody hears when a change cannot be registered or undone. */
export const MANDATE_REFUSED = {
  "mandate-nobody": ["名单里没有这位代表,没有登记。", "请核对姓名;新当选的说:补选 张三 〔镇〕 11月20日"],
  "mandate-own": ["这与您本人的代表职务有关,请由别的工作人员登记。"],
  "mandate-ended": ["这位的代表职务已经登记结束,没有再登记。", "登记错了,先撤销再登记,说:撤销变动 李明"],
  "mandate-one-by-one": ["一次只登记一位,没有登记。", "请一位一位地说,比如:接受辞职 李明 11月20日"],
  "mandate-in-office": ["这位已经是同级的代表,没有登记补选。", "要换小组,说:调动 李明 〔另一镇〕 11月20日"],
  "mandate-rests-already": ["这些天已经登记过暂停,没有重复登记。", "要恢复,说:恢复 李明 代表职务 11月20日"],
  "mandate-rests-not": ["这位那天之前没有在暂停,没有登记恢复。", "刚登记错的暂停,说:撤销变动 李明"],
  "mandate-no-org": ["没有找到这个镇街或代表小组,没有登记。", "请说全称,比如:〔镇〕代表小组"],
  "mandate-same-seat": ["本来就在这个小组,没有登记调动。"],
  "mandate-other-township": ["镇人大代表不能调到别的镇。", "迁出的请登记:终止 李明 代表资格 11月20日"],
  "mandate-no-term": ["没有找到正在进行的这一届,没有登记。", "请先用名册文件登记这一届的代表。"],
  "mandate-same-term": ["这一届已经在名册里,没有登记换届。", "请核对是第几届。"],
  "mandate-term-stands": [
    "这些代表新一届的任职已经登记过了,没有再登记。",
    "登记错了,先撤销再登记,说:撤销变动 换届",
  ],
  "mandate-day": ["这个日子不在任职期间里,没有登记。", "请核对日期再说一遍,比如:接受辞职 李明 11月20日"],
  "mandate-code-taken": ["这个编号不能用,没有登记。", "请核对编号再说一遍。"],
  "mandate-undo-none": ["没有能撤销的变动登记。", "请带上姓名,比如:撤销变动 李明"],
  "mandate-undo-late": [
    "登记已经超过可以撤销的时间,没有动。",
    "情况有变,请登记新的变动,比如:恢复 李明 代表职务 11月20日",
  ],
  "mandate-undo-used": ["以这个代表职务已经记了履职、意见或建议,没有动。", "请先请本人撤销这些,再撤销登记。"],
  "mandate-moved-on": ["刚才名册有了变化,没有登记。", "请重新说一遍。"],
} as const satisfies Record<MandateRefusal, readonly string[]>;
