/** Bare command words: the line is an order to the bot, not a sentence. */
const COMMANDS = new Set(
  "帮助 菜单 我的履职 我的积分 我的出勤 我的意见 我的数据 我的活动 我的建议 活动 请假 签到 意见 建议 统计 未报 缺席 待办 为什么 参加 撤销 定稿 隐私 反馈 导出 代表 通知 解绑 绑定 积分 履职 考核 异议 核实 催".split(
    " ",
  ),
);

/** True when the whole message is one command word. */
export const isCommand = (text: string): boolean => COMMANDS.has(text.replace(/[\s。.!]+$/u, "").trim());

const WITHDRAW =
  /^(?:撤销|撤回|取消)(?:一?下)?(?:上一?条|刚才|那条|这条|最后一条|前一条|了)?[^一-龥]{0,20}$|(?:刚才|上一?|前一|那|这)(?:那|的那)?(?:条|个).{0,4}(?:不要|删|作废|不算|撤|取消)|(?:不要|删掉|删了|作废|撤销|撤回|取消)(?:刚才|上一?|那|这|前面)?(?:那|的)?(?:条|个|记录)|^(?:搞错了|弄错了|报错了)[,,]?(?:删|不要|撤|作废)/u;

/** True when the last report is to be taken back. */
export const isWithdrawal = (text: string): boolean => WITHDRAW.test(text.trim());

const PLAN =
  /打算|准备(?!金|会|工作|好)|计划(?:去|走|在|明|下)|下(?:个)?(?:周|星期|礼拜|月)|明天|后天|明年|将要?(?:去|在|参|走|到)|(?:过几天|过两天|改天|到时候)|(?:要|想)去(?!年)|(?:等|待).{0,6}(?:再|后)(?:去|走)/u;
const DENIAL =
  /没(?:有)?(?:去成|去|参加|走访|到场|到会|能参加|能去|来得及|得空)|未(?:能|参加|走访|到)|(?:取消|推迟|改期)了|去不成|没空|走不成|没搞成/u;

/** True when what is said has not happened yet. */
export const isPlan = (text: string): boolean => PLAN.test(text);
/** True when what is said did not happen. */
export const isDenial = (text: string): boolean => DENIAL.test(text);

const THANKS = /谢谢|感谢|多谢|辛苦(?:了|你)|麻烦(?:了|你)/u;
const RESOLVED = /(?:通|亮|修好|解决|好|处理好|弄好)了|搞定|太好了/u;

/** True for thanks and good news that ask for nothing. */
export const isThanks = (text: string): boolean =>
  THANKS.test(text) && (RESOLVED.test(text) || text.length < 14);

const QUESTION =
  /[??]|吗$|呢$|多少|几时|什么时候|哪天|哪些|哪个|哪位|怎么样|咋样|谁|怎么(?:办|用|算|样|请|报|记)|如何|是不是|能不能|可不可以|有没有|办了没|好久/u;

/** True when something is asked. */
export const isQuestion = (text: string): boolean => QUESTION.test(text);
