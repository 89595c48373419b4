import { guarded } from "./guarded.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { NUMBER } from "./numbers.ts";

// 看看烤火炭备够没: what one looked after, no complaint.
const PURPOSE = guarded(
  /^[\s,。;]*(?:主要|重点|并|详细|实地|深入)*(?:了解|掌握|摸清|摸排|倾听|关心)[^,。;:]{1,14}(?:困难|难处|难题|情况|问题|需求|现状|想法|诉求|心声|瓶颈)[,。;\s]*$|^[\s,。;]*(?:主要)?(?:是|去|来)?(?:看看|看哈|看一?下|看(?=[^,。]{1,10}(?:没|不|咋|怎|够))|问问|问哈|瞧|摸清)/u,
);

// 他腿脚不方便: why somebody was helped, no complaint.
const WHY_HELPED = guarded(/^[\s,。;]*(?:他|她|老人|老两口|两口子|家里|家头|屋头)/u);

// 巡到12点,3个小时困得很: how much of it there was.
const HOW_MUCH = new RegExp(
  `^[\\s,。;]*(?:一共|总共|共|大概|前后)?${NUMBER}个?多?(?:小时|钟头|学时|天|场|次|户|人|家|件|条|份|公里)[^,。;]{0,4}[,。;\\s]*$`,
  "u",
);

// 困难职工家庭15户: whom, and how many of them.
const WHOM = new RegExp(
  `^[\\s,。;]*(?:其中|共有?|涉及|覆盖|对象)?(?:困难|贫困|低保|五保|特困|孤寡|独居|留守|残疾|患病|大病|退役|老|脱贫|受灾|下岗|在职|一线){0,3}(?:职工|家庭|群众|老人|党员|军人|儿童|学生|工人|企业|商户|农户|选民|居民|村民|住户|户|对象|人员){1,2}(?:各|共|一共)?${NUMBER}(?:余|多)?[户人名家个位]次?[,。;\\s]*$`,
  "u",
);

// 一堂课没缺, 四天一次没落: none of it was missed.
const WHOLE = guarded(
  /^[\s,。;]*(?:我|全程)?(?:[\d一二两三四五六七八九十]{1,2}天)?(?:一|半)[天次场堂节回个](?:课|会)?[都也]?(?:没有?|不|未)[^,。;]{0,3}(?:落|缺|漏|耽误|耽搁|少|请假)[^,。;]{0,3}[,。;\s]*$/u,
);

// 墙砖贴了一半, 工期拖了二十天: how far a work is.
const PROGRESS = guarded(
  /^[\s,。;]*(?:现在|目前|已经?|还|才|只)?[^,。;]{0,8}(?:工期|进度)[^,。;]{0,12}[,。;\s]*$|^[\s,。;]*(?:现在|目前|大概)?(?:已经?|还|才|只)?[^,。;]{0,8}(?:干|修|做|贴|打|铺|完成|建|砌|浇|装|挖|刷)了?(?:一半|一大半|大半|[\d一二三四五六七八九]成|\d{1,3}%|百分之[^,。;]{1,5})[,。;\s]*$|^[\s,。;]*(?:现在|目前)?(?:还|只)?(?:差|剩|要)(?:下)?[^,。;]{1,8}(?:完工|竣工|收尾|交付|扫尾)[,。;\s]*$|^[\s,。;]*比(?:计划|工期|合同|预计)[^,。;]{1,8}[,。;\s]*$/u,
);
const WORKS: readonly DutyKind[] = [
  "inspection",
  "livelihood_supervision",
  "suggestion_followup",
  "group_activity",
];

// 手机都打没电了, 一直忘了报: how the speaker fared, and no resident's matter.
const OWN_STATE = guarded(
  /^[\s,。;]*(?:我)?(?:(?:一直|都|差点|前几天|这几天|所以|到)?(?:忘了?|没空|没时间|没得空|现在|今天)(?:才)?(?:补|报|记|写|登|想起)|(?:手机|嗓子|腿|脚|口水|喉咙|衣服)[^,。村群众户]{0,8}(?:没电|断|干|哑|疼|酸|湿|不准)|(?:累|困|饿|冷|热)(?:得很|死|惨|坏|得)[^,。]{0,4})[^,。]{0,6}[,。!]*$/u,
);

// 院坝会,太和苗族乡那边的: where it was.
const OVER_THERE = guarded(/^[\s,。;]*(?:是|在)?[一-龥]{2,10}(?:那边|这边|那里|那儿|那头)的?[,。;\s]*$/u);

// 都当场给了答复: the end of having listened.
const ANSWERED = guarded(
  /^[\s,。;]*(?:都|全|均|我)?(?:已经?|也)?(?:都)?(?:当场|现场|一一|当面)(?:给了?|作了?|做了?|进行了?)?(?:他们|回)?(?:答复|解答|解释|回复)/u,
);

// 去旁听庭审,是一起盗窃案: the case that was heard.
const HEARD = guarded(
  /^[\s,。;]*(?:这|那|审理?的|开庭审理的|旁听的|[看听审判]的|案由)?(?:是|为)?(?:[一二两三1-3]?[起件桩个宗])[^,。;]{1,14}(?:案|案件|案子|官司|纠纷)[,。;\s]*$/u,
);

// 我发了言,讲的是农村老人看病的难处: what was spoken of.
const SPOKE = guarded(/^[\s,。;]*(?:主要)?(?:讲|谈|说|提|问)(?:的是|了|到|的)/u);
const SPEECHES: readonly DutyKind[] = [
  "deliberation_speech",
  "inquiry",
  "thematic_inquiry",
  "meeting_attend",
  "training",
  "publicity",
];

// What a quarrel was about and how it ended: part of having settled it.
const QUARREL = guarded(/闹|吵|打架|动手|争|扯皮|劝|拢|和好|握手|道歉|同意|签|让步|各让|不吵|消气|想通/u);

const HELP: readonly DutyKind[] = ["poverty_aid", "practical_help", "education_aid", "volunteer", "donation"];

/** True for what the speaker says of himself, whoever is being told of: 我手机都没电了现在才报. */
export const isOwnState = (text: string): boolean => OWN_STATE.test(text);

/** True for the end of having listened: 都当场给了答复. */
export const isAnswered = (text: string): boolean => ANSWERED.test(text);

/** True when what is said after a deed of a kind is part of it, though it sounds like a complaint. */
export const isPartOfDeed = (text: string, kind: DutyKind): boolean =>
  (kind === "mediation" && QUARREL.test(text)) ||
  (kind === "court_observe" && HEARD.test(text)) ||
  (WORKS.includes(kind) && PROGRESS.test(text)) ||
  WHOLE.test(text) ||
  PURPOSE.test(text) ||
  HOW_MUCH.test(text) ||
  WHOM.test(text) ||
  OWN_STATE.test(text) ||
  ANSWERED.test(text) ||
  OVER_THERE.test(text) ||
  (SPEECHES.includes(kind) && SPOKE.test(text)) ||
  (HELP.includes(kind) && WHY_HELPED.test(text));
