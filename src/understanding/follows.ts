import { guarded } from "./guarded.ts";
import { isThreat } from "./opinions.ts";
import { withoutSpeaker } from "./without-speaker.ts";
import { isSorted, rankCategories } from "./categories.ts";
import { isProblem } from "./problems.ts";

const HOW_LONG =
  "过?(?:(?:已经?|都|至今|一直|多次|数次|多年|长期|反复|屡次|仍然?|还|均|也|从来|总是?)|(?:\\d{1,3}|[一二两三四五六七八九十几半]{1,3}|好几|几|多|数|无数)个?(?:多|余)?(?:年|月|天|周|星期|学期|季度|次|回|遍|起|件|小时)(?:了|多|来|余)?){0,4}";
// 十年无人管, 多次未处理, 城管不来, 四起: how long and how little was done, but not about what.
const NO_MATTER = guarded(
  new RegExp(
    `^${HOW_LONG}(?:(?:反映|投诉)?(?:无人|没(?:有|得)?人|未|没(?:有)?(?:处理|解决|修|管|理|回复|答复|动静|下文|结果|拆|来|用|效果|回音)|不(?:管|修|理|处理|解决|见)|得不到|迟迟)[^,。;]{0,8}|(?:维修|处理|处置|答复|回复|修复|抢修|整改)(?:得|也|都)?(?:不及时|慢|拖拉|不到位|不力|敷衍|拖着)[^,。;]{0,4}|(?:城管|物业|街道|部门|有关部门|村里|村委|社区|老板|交警|领导|干部|镇里|学校|医院|公司)(?:也|都|一直|从来)?(?:不|没|未|无)[^,。;]{0,6}|四起|(?:意见|反响|呼声)?(?:很|较|非常|十分)?(?:大|强烈|不满)|苦不堪言)?(?=[,。;]|$)`,
    "u",
  ),
);

// 就农村滥办酒席问题,群众讲…: what all that follows is about.
const TOPIC = guarded(
  /^(?:就|关于|针对|对于|对)[^,。]{2,18}[,:]$|(?:那|这)[个条座些盏口][^,。的了]{1,6}[,:]?$/u,
);
// 小伙子娶不起媳妇,大家都说该有人管管: what people want of what was just told.
const WANTED = guarded(/该|希望|盼|要求|想|建议|能不能|最好/u);
// 客人都不进店,都说是化粪池满了: why it is so.
const REASON = guarded(/^[\s,。;]*(?:他们|大家)?(?:都|还|有的)?(?:说|讲|反映)(?:就|都)?是(?!要|希望)/u);

/** True when what is said is only how long and how little was done: 居民反映十年无人管. */
export function saysNoMatter(voice: string): boolean {
  const matter = withoutSpeaker(voice);
  return matter.length < voice.trim().length - 1 && NO_MATTER.test(matter);
}

/** True when what residents say goes on with what stands before it, and is no matter of its own. */
export function followsOn(lead: string, voice: string): boolean {
  if (TOPIC.test(lead) || isThreat(voice)) return true;
  const matter = withoutSpeaker(voice);
  if (lead.trim().length >= 4 && !GREETING.test(lead) && saysNoMatter(voice)) return true;
  if (!isProblem(lead)) return false;
  return (
    REASON.test(voice) ||
    (voice.length <= 16 && WANTED.test(voice) && !isSorted(matter)) ||
    (lead.endsWith(",") && isOfSame(lead, matter))
  );
}

const GREETING = guarded(/^[\s,。]*(?:代表|领导|主任|您好|你好|今天|昨天|刚才)[^,。]{0,4}[,。!]*$/u);

/** So short tells how it was dealt with: 镇里推来推去. */
const SHORT = 12;

// 摊贩占道,放学时段走不动,家长反映一学期了: the same thing once more, or only how it is dealt with.
function isOfSame(lead: string, matter: string): boolean {
  if (!isSorted(matter)) return true;
  const { category } = rankCategories(matter);
  return category === rankCategories(lead).category || (category === "government" && matter.length <= SHORT);
}
