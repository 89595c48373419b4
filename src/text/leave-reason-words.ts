import { LEAVE_REASONS, type LeaveReason } from "#src/domain/leave-reason.ts";
import { short } from "./format.ts";

const MOST = 40;

// What only says that somebody stays away, and from what: 参加不了, 28号的会我去不成, 请假.
const WISH =
  /^(?:[^,\u3002;]*(?:(?<!开|有|有个)会议?|活动|培训|学习|视察|调研|座谈|检查))?(?:我|本人|就|可能|恐怕|实在|真的|这次|这回|到时候?|也|都|要|想)*(?:(?:来|去|到|参加)不(?:了|成|起|到)|(?:不|没法|不能|无法)(?:来|去|到会|参加|参会|出席)|(?:请|告|补)(?:个|一?下|一?天|半天)?[病事公]?假)(?:了|啦)?$/u;
const ORDER = /^(?:我|要|想)*(?:请|告|补)(?:个|一?下|一?天|半天)?[病事公]?假[\s:]*|^(?:因为?|由于)/u;
// 9号, 从明天到下周二, 3月10号到17号: when, which whoever decides reads beside it.
const DAY =
  "(?:(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[号日]?(?:[到至~-])\\d{1,2}[号日]|(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[号日]|\\d{1,2}月\\d{1,2}|[今明后]天|[这下本]个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|[上下]午|早上|晚上|全天|整天|[一半]天)";
const WHEN = new RegExp(
  `(?:从|在)?${DAY}(?:(?:的|[到至~、和跟-])*${DAY})*(?:的?(?:会议?|活动|这段时间|那天|期间))?`,
  "u",
);
const AWAY = /^(?:我|都|人)*不在(?:家|家里|这边|本地)?$/u;

const SAYS_NOTHING = /^(?:我|那天|当天|临时|家里)?(?:有|有点|有些)?(?:点|些)?(?:事|事情|私事|其他|原因)?$/u;

/** Why leave is asked for: the class of the reason, or the person's own words where it is of no class. */
export function leaveReason(reason: LeaveReason, said?: string): string {
  if (reason !== "other" || said === undefined) return LEAVE_REASONS[reason];
  const ground = said
    .normalize("NFKC")
    .split(/[,\u3002;!\s]+/u)
    .map((one) => ({ one: withoutWhen(one), bare: one.replace(WHEN, "") }))
    .filter(({ one, bare }) => one !== "" && !WISH.test(one) && !WISH.test(bare) && !AWAY.test(one))
    .map(({ one }) => one)
    .join(",");
  return SAYS_NOTHING.test(ground) ? LEAVE_REASONS[reason] : short(ground, MOST);
}

const withoutWhen = (clause: string): string => {
  const at = WHEN.exec(clause);
  const rest = at?.index === 0 ? clause.slice(at[0].length) : clause;
  return rest.replace(ORDER, "");
};
