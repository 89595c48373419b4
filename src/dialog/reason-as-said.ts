import type { LeaveReason } from "#src/domain/leave-reason.ts";
import { guarded } from "#src/understanding/guarded.ts";

// What whoever decides would take the name of the class for: a shop is no 单位值班, and a course no 公务会议.
const NAMED: Partial<Record<LeaveReason, ReturnType<typeof guarded>>> = {
  work_shift: guarded(/班(?!子|委|车|主任|级)|值[守勤]|执勤|备勤|安保|站岗|[在上]岗|巡|抢修|单位|轮到/u),
  official_meeting: guarded(
    /会(?!计|员|不|来|去|到)|评审|述职|督查|迎检|检查|上级|市里(?!学|培)|省里(?!学|培)/u,
  ),
  business_trip: guarded(
    /出[^,\u3002]{0,2}差|业务|客户|合同|项目|考察|展[会销]|参展|博览|洽谈|谈生意|学会|年会|论坛|研讨|交易会|推介|公差|公务/u,
  ),
};
const OF_COURSES = guarded(/党校|学习班|培训|调训|进修|研修/u);
const OF_FIRMS = guarded(
  /(?:公司|厂|店|股东|董事|家长|同学|业主|物业|校友|战友|客户)[^,\u3002]{0,3}(?:开|有)?[^,\u3002]{0,3}会/u,
);
const MEETS = guarded(/开[^,\u3002]{0,6}会|会议|有(?:个)?会|冲突|撞/u);

/** The class of a reason where its name says what was said; else it is of none, and told in the words that were said. */
export function reasonAsSaid(reason: LeaveReason, words: string): LeaveReason {
  if (
    reason === "official_meeting" &&
    (OF_FIRMS.test(words) || (OF_COURSES.test(words) && !MEETS.test(words)))
  )
    return "other";
  return NAMED[reason]?.test(words) === false ? "other" : reason;
}
