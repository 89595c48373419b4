import type { LeaveReason } from "#src/domain/leave-reason.ts";
import type { FoundDate } from "./dates/found.ts";

const WANTS =
  /请(?:个|一?天|半天|病|事)?假|(?:来|去|参加)不(?:了|成|起|到)|没法(?:来|去|参加)|不能(?:来|去|参加|到会|出席)|无法(?:参加|到会|出席)|缺席.{0,4}(?:一下|一次)/u;

const REASONS: readonly (readonly [LeaveReason, RegExp])[] = [
  ["abroad", /出国|出境|国外|境外|香港|澳门|台湾/u],
  ["illness", /病|住院|发烧|感冒|手术|不舒服|医院|摔|骨折|复查|体检|疼|痛|身体/u],
  [
    "family",
    /孩子|娃|高考|家里|老人|父亲|母亲|爸|妈|婚|丧|葬|生小孩|产假|陪护|照顾|亲戚|搬家|家属|老婆|媳妇|爱人|满月|酒席|办酒/u,
  ],
  ["farm_season", /农忙|收(?:谷|稻|苞谷|玉米|烤烟|菜)|插秧|打谷|栽秧|打米|采茶|抢收/u],
  ["work_shift", /值班|上班|走不开|加班|单位(?!开会)|厂里|店里|忙不过来|轮班|顶班/u],
  ["official_meeting", /开会|会议|有会|会冲突|市里|省里|上级|培训|学习|党校|检查组|迎检/u],
  ["business_trip", /出差|外地|在外|深圳|广州|北京|上海|杭州|成都|重庆|浙江|广东|出门|外出/u],
];

/** Wishes for leave: which day, and the class of the reason. Undefined where none is asked for. */
export function findLeave(
  text: string,
  dates: readonly FoundDate[],
): { date?: string; reason: LeaveReason } | undefined {
  if (!WANTS.test(text)) return undefined;
  const reason = REASONS.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
  const date = dates.find((one) => !one.wide)?.start;
  return { reason, ...(date === undefined ? {} : { date }) };
}
