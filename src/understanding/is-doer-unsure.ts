import { guarded } from "./guarded.ts";

const DEED = "(?:走访|接待|慰问|看望|入户|调解|视察|调研|值班|巡查|巡河|宣讲|参加|列席)";
const DAY =
  "(?:[今昨前]天|大前天|[上下]午|早上|晚上|\\d{1,2}月|\\d{1,2}[日号]|上?(?:个)?(?:周|星期|礼拜)[一二三四五六日天]|,|\\s)*";

// 我老婆昨天走访了3户, 镇里昨天走访石头村: somebody of the house or the office is said to have done it.
const OTHERS =
  "(?:我(?:家)?(?:老婆|老公|爱人|媳妇|屋头人|家属|儿子|儿媳|女儿|女婿|妈|爸|父亲|母亲|老伴|兄弟|哥|姐|弟弟?|妹妹?|同事|邻居|领导|单位|公司)|镇里|镇上|区里|县里|村里|村委|社区|街道|单位|政府|群众|有人)";
const BY_OTHERS = new RegExp(
  `^${DAY}${OTHERS}(?:的?人|们)?${DAY}(?!.{0,8}(?:组织|安排|召集|牵头|喊|叫|通知|带|请|邀|让))(?:也|都|又|去|来|到|在)*${DEED}(?!.*我)`,
  "u",
);
// 镇长走访了我家: the speaker is who was visited.
const AT_MINE = /(?:走访|慰问|看望|接待)了?我(?:们?家(?!的)|妈|爸|(?=[,。]|$))/u;
// 走亲戚, 走人户: a visit, and no duty.
const PRIVATE = /(?:走|串|看)(?:亲戚|亲家|人户)/u;

// 昨天走访3户了吗, 昨天走访了没有: it is asked.
const ASKED = new RegExp(
  `${DEED}[^,。;?]{0,16}(?:了吗|没有|了没|吗)[?。]*$|^${DAY}(?:谁|哪个|哪位|哪些人)${DAY}(?:去|来|到|在)?${DEED}|是不是${DAY}(?:去|来|到|在|已经)*${DEED}`,
  "u",
);

// 被安排走访3户, 接到通知走访石头村, 应该走访3户的: what was to be done.
const TO_DO = new RegExp(
  `(?:被(?:安排|要求|通知|派)|接到?(?:通知|安排|任务|电话)|^${DAY}通知(?:我们?)?|^${DAY}我?(?:应该|应当|本该|该))(?:要|去|来|到)*${DEED}(?!.*(?:了|已经?|去了|过))`,
  "u",
);

// 昨天调解那回还听人说桥栏杆断了: heard on what may be told of already, and no second mediation.
const ON_THAT = new RegExp(
  `^${DAY}[^,。;\\d]{0,8}${DEED}[^,。;\\d了]{0,6}那一?[次回场趟](?:,|\\s)*我?(?:还|也|又|就)?(?:听|有(?:个|位|一个|人|老人|群众|居民|村民))`,
  "u",
);

const UNSURE = guarded(
  new RegExp(
    [BY_OTHERS, AT_MINE, PRIVATE, ASKED, TO_DO, ON_THAT].map((one) => `(?:${one.source})`).join("|"),
    "u",
  ),
);

/** True where a deed is told of which it is not sure that the speaker did it, or that it was done at all. */
export const isDoerUnsure = (text: string): boolean => UNSURE.test(text);
