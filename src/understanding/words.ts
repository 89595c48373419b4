import { noChars, trimEnds, withBlanks } from "./char-set.ts";
import { everywhere, guarded } from "./guarded.ts";
/** Bare command words: the line is an order to the bot, not a sentence. */
const COMMANDS = new Set(
  "帮助 菜单 我的 我的履职 我的积分 我的出勤 我的意见 我的数据 我的活动 我的建议 我的档案 活动 请假 签到 意见 建议 统计 未报 缺席 待办 为什么 参加 撤销 定稿 隐私 反馈 导出 代表 通知 解绑 绑定 积分 履职 考核 异议 核实 退回 催 出勤 档案 代报 准假 不准 到会 改考勤 发布活动 述职 走访 首页 主菜单 退出 取消 确认 返回 开始 设置 履职记录 我的考勤 我的建议 我的提醒 提醒".split(
    " ",
  ),
);

/** No command word with its marks is longer. */
const LONGEST_COMMAND = 24;

/** True when the whole message is one command word. */
export const isCommand = (text: string): boolean =>
  text.length <= LONGEST_COMMAND &&
  (COMMANDS.has(bareOf(text)) || (text.startsWith("/") && /^\/[a-z]+$/iu.test(text)));

const NO_CHARS = noChars();
const TRAILING = withBlanks("。.!,");

function bareOf(text: string): string {
  const bare = trimEnds(text, NO_CHARS, TRAILING);
  return (bare.startsWith("/") ? bare.slice(1) : bare).trim();
}

const WITHDRAW = guarded(
  /^(?:请|帮我|麻烦|给我|你)*(?:把它|先)?(?:撤回|撤销|撤|删|删除|作废|取消)(?:了|掉)?(?:吧|它|嘛|一?下)*[。!]*$|^(?:刚[才刚]的?)?(?:就)?当我?没(?:说|报|发)过?[。!]*$|^(?:意见|建议|那个|问题)?[^,。]{0,4}不(?:反映|提|报|说)了,(?:撤|删)(?:回|掉|了)(?:吧)?$|(?:莫|别|不)(?:要|用)?(?:报|记|算|要)[^,。]{0,4}(?:那|这|上一?)[条个]|(?:那|这|上一?)条[^,。]{0,2}莫要|[,。](?:请)?(?:撤回|撤销|撤了|撤掉|作废)(?:吧|了|它)?$|^(?:麻烦|请|帮我|帮忙)?(?:你)?(?:撤销|撤回|取消|删除|作废)(?:一?下)?(?:上一?条|上面|刚才|那条|这条|最后一条|前一条|刚刚|我|履|记录|了)[^?]{0,20}$|(?:刚才|刚刚|上一?|前一|那|这|上面|前面|最后)(?:那|的那|发的|报的|记的|这|一)?(?:条|个|份|记录)[^,。]{0,6}[,]?(?:我)?(?:不要|删|作废|不算|撤|取消|不报|不记)|(?:不要|删掉|删了|删除|作废|撤销|撤回|撤掉|取消)(?:刚才|刚刚|上一?|那|这|前面|上面|掉)?(?:那|的|一|这)?(?:条|个|记录|报的|发的)|^(?:搞错了|弄错了|报错了|发错了|记错了|点错了|说错了)[,。]?(?:请)?(?:把)?(?:这条|那条|刚才那条|上一条)?(?:删|不要|撤|作废|取消|不算)|把(?:刚才|上一?|那|这|刚刚)[^,。]{0,8}(?:删|撤|取消|作废|去掉)/u,
);

const TARGET = guarded(
  /刚才|刚刚|上一?条|上面|前面|前头|之前|先前|那条|这条|这个|那个|那一?个|这一?个|昨天报|今天报|我(?:昨天|今天|刚才|刚刚|之前)?(?:报|发|记|写|填)|最后一条|发错|报错|点错|弄错|写错|搞错|记错|按错|报重|重复|记重|多报/u,
);
const CANCEL = guarded(
  /(?:不要|删掉?|删除|撤掉?|撤回|撤销|作废|取消|去掉|抹掉|划掉|清除|清掉|忽略|不算|不记|别记|莫记|不用记|不报|莫要)(?:了|吧|嘛|它|掉|一?下|去)*[,。!]?(?:重新?(?:报|写|发|来)|谢谢|我重报)?[,。!]*$|不(?:作|算)数|当(?:我)?没(?:说|发|报)|^(?:麻烦|请|帮我|帮忙)?把[^,。]{2,14}(?:删|撤|取消|作废|去掉|不要)(?:了|掉|吧)*$/u,
);

const MISTAKE = guarded(
  /^(?:不好意思|哦豁|糟了?|[哎呀哟唉哦啊\s,!])*(?:我)?(?:刚才|刚刚|上一?条|那条|这条|那个|这个|的|都|我)*(?:搞|弄|报|发|记|点|登|录|填|写|按|整)错(?:了|啦|喽|咯)[\s。.!]*$/u,
);

// 我记错了那天没去: what was filed never was.
const NOT_THERE = guarded(
  /^(?:哎呀|不好意思|对不起)?[,\s]*(?:我)?(?:刚才)?(?:记|搞|弄|说|报|写)错了?[,\s]*(?:我|其实)*(?:那天|昨天|今天|前天|当天|那次)?(?:我|其实)*(?:没(?:有)?(?:去|参加|走访|这回事|这事)|不是我(?:去的)?)(?:成|的|了)?[。!]*$/u,
);

/** True for words that own to a mistake and say no more: 登错了, 哎呀弄错了. */
export const isMistake = (text: string): boolean =>
  text.includes("错") && MISTAKE.test(text.normalize("NFKC").trim());

/** True for words that say that what was filed never was: 我记错了那天没去. */
export const isNeverWas = (text: string): boolean => NOT_THERE.test(text);

const ASKS_OR_AGAIN = guarded(/算不算|怎么|咋|如何|能不能|可以|再(?:记|报|登)|重新?(?:记|报|登)/u);

/** True when the last report is to be taken back. */
export const isWithdrawal = (text: string): boolean =>
  text.length <= 40 &&
  !ASKS_OR_AGAIN.test(text) &&
  (isMistake(text) ||
    WITHDRAW.test(text.trim()) ||
    (TARGET.test(text) && CANCEL.test(text) && !/路|灯|证|水|电|费|群众|建议|算不算|[?]|吗/u.test(text)));

const PLAN = guarded(
  /打算|准备(?!金|会|工作|好|了)|计划(?:去|走|在|明|下|到|本|这|月|年|开|搞|办|组织|周|后)|(?:下个?|下下个?)(?:周|星期|礼拜|月|季度)|明天|后天|明年|明早|明晚|将要?(?:去|在|参|走|到|赴|于)|即将|(?:过几天|过两天|改天|到时候|等(?:会|下|一下)|待会|晚点|晚上要|下午要|今晚要)|(?:要|想)(?:去|到|来)(?!年)|(?:要|想|应该|得)(?:走访|接待|参加|调研|视察|开)|(?:等|待)[^,。]{0,6}(?:再|后)(?:去|走)|争取(?:去|在|多|明|下|年底)|(?:年底|月底|下旬|周末|节前|年前)(?:前|之前)?(?:再|还要|还想)(?:去|走|接|开|访|跑|搞)|(?:给自己|自己)定的?(?:个)?(?:任务|目标)|(?:还没|尚未)(?!好|修|通|办好|解决|完成|到|发|装|退|亮|来|消|得|有)|没来得及|想(?:提|写|组织|开|办|搞|约|找时间)(?!个?建议|议案|问|意见)/u,
);
const DENIAL = guarded(
  /本来(?:是?要|是?想|打算|准备|说|[^,。]{1,10},?[^,。]{0,6}(?:换|改|没|取消|推))|(?:还没有?|尚未)(?:写|交|提|做|开始|动|弄|想好|报|办)(?![^,。]{0,3}(?:的|吗))|没(?:有|得)?(?:去成|去|参加|走访|到场|到会|能参加|能去|来得及|得空|空|时间|接待|调解|开成|视察|成行|赶上|做成|走成|值|轮到|上班|人来)|未(?:能|参加|走访|到|接待|开展|去)|(?:取消|推迟|改期|延期|泡汤)(?!一?事|的|交|问题|收费|竣工|完工|发放|纠纷|办理)(?<!(?:交[房付工]|工期|工程|[完竣开]工|发放|合同|[还贷退]款)(?:取消|推迟|改期|延期))|去不成|走不成|没[一-龥]{1,2}成(?![功本绩果长])|没成|(?:还|都|一直)没(?:有)?(?:去|来)?(?:值过?班|走过?访|接待过|捐|报过?|去过|参加过|提过|交过)(?![^,。]{0,3}(?:的|吗))|缺席|忘了(?:去|参加)|(?:去|来|到|参加)不了|(?:走访|接待|调解|活动|视察|参加|开会|培训|值班)[^,。]{0,4}(?:没有|没)(?:去|做|搞|弄|来|进行|$)/u,
);

// 有几个老乡要去上访, 把要去省里的人劝回来了: what others were about to do.
const THEIR_PLAN = everywhere(
  /(?:老乡|群众|村民|居民|上访[户者]?|[户人]|工人|业主|家长|[他她])们?(?:都|还|又|就|正|非|[闹吵]着)?(?:准备|打算|商量|[要想])+着?[去到来上]|(?:[把将劝拦]|[拦劝]住|劝[下回])[^,。]{0,6}(?:准备|打算|[要想])+[去到来上]|(?:准备|打算|[要想])+[去到来上][^,。]{1,8}的(?:[\d一二两三四五六七八九十几]|老乡|人|群众|选民|村民|[他她])/gu,
);

const AHEAD = guarded(/下个?(?:周|星期|礼拜|月|季度)|明天|后天|明年|打算|计划/u);

/** True when what is said has not happened yet: a wish before the duty at `index`, or a day ahead anywhere. */
export const isPlan = (text: string, index = text.length): boolean =>
  isPlanned(AHEAD.test(text) ? text : text.slice(0, index + 2));
const isPlanned = (text: string): boolean =>
  PLAN.test(text) && PLAN.test(THEIR_PLAN.replace(text, (words) => `${words.slice(0, 1)} `));
/** True when what is said did not happen. */
export const isDenial = (text: string): boolean =>
  DENIAL.test(text) &&
  !/(?:站|班|坐|守)[^,。]{0,10},?(?:一直|都|也)?没(?:得|有)?人来/u.test(text) &&
  !/不但|不仅|没有缺席|从没缺席/u.test(text);

const THANKS = guarded(/谢谢|感谢|多谢|谢了|辛苦(?:了|你)|麻烦(?:了|你)|点(?:个|一个|了个)?赞|给力|好代表/u);
const RESOLVED = guarded(
  /(?:通|亮|清|清运|批下来|发下来|修好|解决|好|处理好|弄好|装好|落实|到账|拿到|清理|拆|修通|来水|来电|干净|换|方便多)了|搞定|太好了|终于|(?:办|搞|做|干|弄|组织|演|讲)得(?:很|真|好|太|多|热)?(?:好|热闹|漂亮|不错|成功|精彩|到位|扎实)/u,
);

const AT_LAST = guarded(/^(?:太好了|好消息|总算|终于)/u);
const MENDED = guarded(/终于[^,。]{0,12}了|(?:修好|解决|装好|处理好|弄好|修通)了[!。]*$/u);

/** True for thanks and good news that ask for nothing. */
export const isThanks = (text: string): boolean =>
  (AT_LAST.test(text) && text.length < 24 && !/我|帮|劝|说|谈/u.test(text)) ||
  (THANKS.test(text) && (RESOLVED.test(text) || text.length < 14)) ||
  (MENDED.test(text) && text.length < 24 && !/我|今天|昨天|前天|帮|回访|走访|接待|\d[户人]/u.test(text));

const CHATTER = guarded(
  /^(?:(?:各位|大家)(?:代表|领导|同志|老师)?们?(?=[,\s]*(?:新年|早|好|节日|辛苦|你好|晚|中秋|国庆|春节|元旦))|好的?|嗯+|行|(?:那)?就(?:这样|这么)(?:吧|定)?|(?:今天)?没(?:得)?(?:啥子?|什么)事|在忙吗|忙不忙|吃(?:了|饭)(?:没|吗)|有空吗|可以|要得|我?(?:都|已经)?(?:晓得|知道)(?:了|咯|啦)?|莫催|收到|明白了?|了解|ok|okay|没事|没关系|不客气|在吗?|在不在|你好|您好|早上好|早|晚安|再见|拜拜|哈+|呵呵|嘿嘿|对|是的?|没有|不是|不用|谢谢|辛苦|测试|test|代表(?:你|您)?好|(?:新年|春节|元旦|元宵|除夕|端午节?|中秋节?|国庆节?|重阳节?|五一|劳动节|节日|假期|周末|小年|腊八|清明|三八节?|教师节|生日)(?:快乐|安康|愉快|好|吉祥)|(?:给|向)[^,。]{1,10}(?:拜[年节](?:了|啦)?|问好)|祝[^,。]{0,12}|没得|要|不要)[,。!~?\s]*/iu,
);

/** True when nothing is left of the message after words of courtesy. */
export function isChatter(text: string): boolean {
  let rest = text.trim();
  for (let turn = 0; turn < 6; turn += 1) {
    const next = CHATTER.replace(rest, "");
    if (next === rest) break;
    rest = next;
  }
  return !/^.{0,4}[一-龥]{2}/u.test(rest) && rest.replace(/[^一-龥a-z0-9]/giu, "").length < 2;
}

const QUESTION = guarded(
  /[?]|吗[。!]*$|呢[。!]*$|没(?:有|得)?[。!]*$|了没|多少|好多(?=分|次|户|人|条|件|天|家|场)|(?<![好十百])几(?:时|号|点|分|次|户|人|件|家|场|个|条|起|位|名|月|天|项|多)|什么|啥|哪|怎么|怎样|怎的|咋|谁|如何|是不是|能不能|可不可以|有没[有得]|得没得|有无|办没办|好久|要不要|会不会|算不算|([扣加要用得能给记计会去来])不\1|(?:算|行|要|有|是|能|会|可以|评得上)[^,。]{0,6}不[。]*$|为何|何时|得不得/u,
);

/** True when something is asked. */
export const isQuestion = (text: string): boolean => QUESTION.test(text);
