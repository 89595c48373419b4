import { guarded } from "./guarded.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { NUMBER } from "./numbers.ts";

// 看看烤火炭备够没: what one looked after, no complaint.
const PURPOSE = guarded(
  /^[\s,。;]*(?:主要)?(?:是|去|来)?(?:看看|看哈|看一?下|看(?=[^,。]{1,10}(?:没|不|咋|怎|够))|问问|问哈|瞧|摸清)/u,
);

// 他腿脚不方便: why somebody was helped, no complaint.
const WHY_HELPED = guarded(/^[\s,。;]*(?:他|她|老人|老两口|两口子|家里|家头|屋头)/u);

// 巡到12点,3个小时困得很: how much of it there was.
const HOW_MUCH = new RegExp(
  `^[\\s,。;]*(?:一共|总共|共|大概|前后)?${NUMBER}个?多?(?:小时|钟头|学时|天|场|次|户|人|家|件|条|份|公里)[^,。;]{0,4}[,。;\\s]*$`,
  "u",
);

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
  PURPOSE.test(text) ||
  HOW_MUCH.test(text) ||
  OWN_STATE.test(text) ||
  ANSWERED.test(text) ||
  OVER_THERE.test(text) ||
  (SPEECHES.includes(kind) && SPOKE.test(text)) ||
  (HELP.includes(kind) && WHY_HELPED.test(text));
