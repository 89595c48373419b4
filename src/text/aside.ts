import { type Rendered, words } from "./rendered.ts";

/** What people ask of the program itself, besides the work. */
export type Aside = keyof typeof ASIDES;

const ASIDES = {
  again: ["同一件事记一遍就够了。", "是又做了一次?带上日期再说一句,比如:今天走访〔村〕3户"],
  leaving: [
    "不想用可以不用,记好的履职不受影响。",
    "不想再收到消息,说:解绑",
    "要删除您的数据,说:删除我的数据",
  ],
  writing: ["写稿子我不会。", "我能帮您记履职、反映意见、请假、查记录,说“帮助”就能看到。"],
  person: ["要找人,请联系镇街人大或代表工委。", "也可以留句话,我转给代表工委:反馈 请给我回个电话"],
  "last-page": ["刚才的清单已经到最后一页了。", "要再看一遍,把刚才的话再说一次就行。"],
  "first-page": ["刚才的清单已经是第一页了。", "要再看一遍,把刚才的话再说一次就行。"],
  "more-pages": ["刚才的清单要再翻,请点它下面的按钮,", "或者把刚才的话再说一次。"],
  "no-list": ["现在没有正在看的清单,没有可以翻的。", "要看什么,请直接说,比如:待办,或:我的履职"],
  complaint: ["对不起,没让您满意。", "哪里不对,请说:反馈 加您的话。会转给代表工委。"],
  "none-yet": [
    "这里还没有您反映的事。",
    "有事要反映,直接说,比如:〔村〕二组路灯坏了三天",
    "您是代表或工作人员?请先发来绑定码。",
  ],
} as const;

/** Puts an answer to what was asked of the program itself into words. */
export const renderAside = (of: Aside): Rendered => words(...ASIDES[of]);
