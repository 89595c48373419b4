import { atEnd, guarded } from "./guarded.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { guessKind } from "./cues.ts";
import { isPartOf, type NamedKind } from "./kinds.ts";
import type { Askable } from "./understanding.ts";
import { isAnswered } from "./part-of-deed.ts";
import { AFRESH, AFRESH_AT, ARRANGED, CONNECTED, DONE, ORGAN, RECKONED } from "./telling.ts";

/** A record that is still being told. */
export type Draft = {
  kind: DutyKind;
  rival?: DutyKind;
  guessed?: true;
  open?: readonly Askable[];
  text: string;
};

/** A record that a duty's name began. */
export const draftOf = ({ kind, rival, faint }: NamedKind, text: string): Draft => ({
  kind,
  ...(rival === undefined ? {} : { rival }),
  ...(faint === undefined && !WHILE.test(text) ? {} : { guessed: true }),
  text,
});

// 在分组审议报告时,提出询问1次; 审议的时候,问了一次: when the deed was done, and no deed of its own.
const WHILE = atEnd(
  /(?:在[^,。;了\d]{2,24}(?:时|期间|过程中)|(?:审议|审查|讨论)[^,。;了\d]{0,8}(?:的时候|时|期间)),\s*$/u,
);

/** Below this the kind of a deed in plain words is asked about. */
const SURE = 0.6;

/** More of the same record: the same duty or a part of it, unless it has a day of its own or is told apart. */
export function isMore(own: string, kind: DutyKind, last: Draft): boolean {
  if (kind === last.kind && REPAIRED.test(last.text)) return true;
  if (PAPERS.includes(kind) && PAPERS.includes(last.kind) && kind !== last.kind && AMOUNT.test(own))
    return !AMOUNT.test(last.text);
  if (kind === "home_visit" && last.kind === "opinion_feedback" && TOLD_THEM.test(own)) return true;
  if (HEADING.test(last.text) && !AFRESH_AT.test(last.text) && isPartOf(kind, last)) return true;
  const apart = AFRESH.test(own) && AFRESH_AT.test(last.text) && last.guessed === true;
  if (last.text.length < 14 && !apart && !/[,。;]/u.test(last.text) && !DONE.test(last.text)) return true;
  if (kind === "publicity" && !AFRESH.test(own) && !CONNECTED.test(own) && !/[场次堂]/u.test(own))
    return true;
  if (LOOKING.includes(last.kind) && SIGHTS.includes(kind) && LOOKED.test(own)) return !AFRESH.test(own);
  if (
    AID.includes(kind) &&
    (AID.includes(last.kind) || last.kind === "home_visit") &&
    /^[\s,。并还]*(?:送|给|发|带|赠|每|为)/u.test(own)
  )
    return !AFRESH.test(own);
  if (
    THEN_TALKED.test(own) &&
    last.kind !== "voter_forum" &&
    (kind === "voter_forum" || kind === "meeting_attend")
  )
    return true;
  // 联络站接待日,我与两位代表轮值: one duty.
  if (kind === "station_duty" && last.kind === "reception" && !/\d[人名位户个]/u.test(last.text))
    return !AFRESH.test(own) && !CONNECTED.test(own);
  // 刚开完座谈会,听大家对条例的意见: what the talk was about.
  if (kind === "legislative_comment" && TALKS.includes(last.kind) && !/\d/u.test(last.text))
    return !AFRESH.test(own) && !CONNECTED.test(own);
  if (kind === "reception" && last.kind === "petition_help" && !AFRESH.test(own)) return true;
  // 协助镇里接访,疏导上访群众5人: the second says what the first was.
  if (kind === "petition_help" && last.kind === "reception" && !AFRESH.test(own) && !CONNECTED.test(own))
    return /协助|帮|配合/u.test(last.text);
  if (kind === "practical_help" && SETTLES.includes(last.kind) && WON.test(own)) return true;
  if (kind === "volunteer" && last.kind === "practical_help" && HOW_FAR.test(own)) return !AFRESH.test(own);
  if (kind === "industry_lead" && last.kind === "practical_help" && /^[\s,。]*(?:带动|受益)/u.test(own))
    return true;
  if (kind !== last.kind && isOfItsHours(own, last) && isPartOf(kind, last)) return true;
  if (AFRESH.test(own) && kind === last.kind && LEFT_OFF.test(own) && !AFRESH_AT.test(last.text)) return true;
  // 对水务局的评议会,今天投票打分了: a part of it, and when it was.
  if (AFRESH.test(own) && kind === "ballot" && last.kind === "work_appraisal")
    return !AFRESH_AT.test(last.text);
  if (AFRESH.test(own))
    return kind === last.kind && !/\d|[今昨前]天|周[一二三四五六日天末]|星期|礼拜/u.test(last.text);
  if (kind === "poverty_aid" && last.kind === "home_visit")
    return /困难|贫困|低保|老党员|孤寡|独居|特困|五保|慰问/u.test(last.text) && !CONNECTED.test(own);
  if (!isPartOf(kind, last) || (kind === "report_to_voters" && ALSO_DONE.test(own))) return false;
  return !CONNECTED.test(own) || (kind !== last.kind && !/单独|又|还|顺便/u.test(own));
}

// 春节慰问,今天走了大箐镇11户: the heading of what follows.
const HEADING = guarded(
  /^[^,。;:\d了过]{0,10}(?:慰问|走访|视察|调研|活动|行动|宣传|宣讲|服务|巡查|检查)[:,]\s*$/u,
);

// 争取到36盏灯,今天都给村里装起了: of the same things.
const LEFT_OFF = guarded(
  /^[^,。;\d]{2,6}(?:都|全|全部|已经?)(?:给|在|帮)[^,。;\d]{2,10}(?:装|发|送|修|铺|种|用|建|安)[^,。;\d]{0,3}[,。;\s]*$/u,
);

// 调解工伤纠纷一起,为3名农民工争取赔偿款18.6万元: how it was settled.
const SETTLES: readonly DutyKind[] = ["mediation", "petition_help"];
const WON = guarded(
  /^[\s,。;]*(?:并|最终|最后|成功|共)*(?:为|帮|替)[^,。;]{1,14}?(?:争取|追回|讨回|讨要|要回|追讨|挽回|拿到|落实)(?:回|到|了)*[^,。;]{0,10}?(?:款|薪|工资|工钱|赔偿|补偿|损失|钱|费)/u,
);
// 年报交了,述职也做了: two of them, though one is often a part of the other.
const ALSO_DONE = guarded(
  /^[\s,。;]*[^,。;\d]{1,8}也(?:已经?)?(?:做|搞|交|办|完成|开|讲|写|述)(?:完|好|过)?了/u,
);

// 帮桐子林村清淤,清了1.2公里水沟: how much of it was done.
const HOW_FAR = guarded(
  /^[\s,。;]*(?:一共|总共|共)?(?:清|挖|修|铺|扫|捡|栽|运|拉|填|掏)(?:理|掉|出)?了?(?:近|约)?[\d一二两三四五六七八九十百]/u,
);

// 昨天走访哦不对是周四,周四走了12户: the same once more, with what is right.
const REPAIRED = atEnd(/(?:不对|[说记讲]错了?)[,。]?(?:应该|其实)?是[^,。;]{2,8}[,。;\s]*$/u);
// 联名议案1件、附议建议2件: each with its number.
const PAPERS: readonly DutyKind[] = ["motion_lead", "motion_cosign", "suggestion_lead", "suggestion_cosign"];
const AMOUNT = guarded(/[\d一二两三四五六七八九十][件份条个]/u);
// 向群众反馈,逐户告知14户: how they were told.
const TOLD_THEM = guarded(/告知|反馈|回复|答复|告诉/u);
const LOOKING: readonly DutyKind[] = ["group_activity", "inspection"];

// 搞了一次小组活动,看了茶厂: what the group looked at.
const SIGHTS: readonly DutyKind[] = [
  "enterprise_visit",
  "inspection",
  "livelihood_supervision",
  "exchange_visit",
  "industry_lead",
  "practical_help",
];
const LOOKED = guarded(
  /^[\s,。;]*(?:还|再|又|先后|先|然后|接着|一起|一道|集体|大家)*(?:[去到][^,。;\d]{0,10}?)?(?:看|参观|察看|查看|观摩|转)(?!望|病)/u,
);

const TALKS: readonly DutyKind[] = ["meeting_attend", "voter_forum"];

// 视察工程3处,并召开座谈会: the talk at the end of it.
const THEN_TALKED = guarded(
  /^[\s,。;]*(?:并|还|随后|最后|之后)(?:现场)?(?:又|还)?(?:召开|开|举行|组织)了?[^,。]{0,6}(?:座谈|汇报|反馈|交流|通报|会)/u,
);

// 今天值班,上午九点到下午五点接了7个人: hours of the same duty.
const OF_DAY = guarded(/上午|下午|晚|早|中午|夜|点/u);
const ONLY_CLOCK = guarded(
  /^[\s,。;]*(?:上午|下午|晚上|早上|中午|从?(?:\d{1,2}|[一二三四五六七八九十]{1,2})点)/u,
);

const isOfItsHours = (own: string, last: Draft): boolean => ONLY_CLOCK.test(own) && !OF_DAY.test(last.text);

/** True for the hours of a duty that named none, or their end: 下午四点走的. */
export const isOfHours = (own: string, last: Draft): boolean =>
  isOfItsHours(own, last) || ITS_END.test(own) || REPAIRED.test(last.text);
const ITS_END = guarded(
  /^[\s,。;]*(?:一直)?(?:[到忙搞坐守]{1,2})?(?:上午|下午|晚上|中午|半夜)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})点(?:半|钟|多|过)*[才就来]?(?:走|回|散|结束|下班|收工|收摊|搞?完|回家|离开|撤|出来)(?:的|了|家|来|会|班|场)*[,。;]?$/u,
);

/** True for who arranged what was told last, and for the end of having listened. */
export function isOfLast(own: string, last: Draft | undefined): boolean {
  if (last !== undefined && RECKONED.test(own)) return true;
  if (last === undefined || !ARRANGED.test(own)) return last !== undefined && isAnswered(own);
  if (last.kind === "voter_forum" && ORGAN.test(own)) last.kind = "meeting_attend";
  return true;
}

/** A record told before the last one that a clause goes on with: 早上接访,下午下厂。接访来了3个. */
export function resumed(own: string, kind: DutyKind, records: readonly Draft[]): Draft | undefined {
  if (records.length < 2 || AFRESH.test(own) || CONNECTED.test(own)) return undefined;
  return records.findLast(
    (one) => one.kind === kind && !/\d|[一二两三四五六七八九十][个户人家]/u.test(one.text),
  );
}

// What is told next may say what the deed before it was.
const REFINES: Readonly<Partial<Record<DutyKind, DutyKind>>> = {
  poverty_aid: "home_visit",
  petition_help: "reception",
  station_duty: "reception",
};

/** True when a duty told next says what the deed before it was: 走访, and then 慰问. */
export const refines = (kind: DutyKind, last: Draft): boolean => REFINES[kind] === last.kind;

const AID: readonly DutyKind[] = ["poverty_aid", "education_aid", "donation"];

// 参加了区里组织的一个活动: nobody says of what kind.
const UNNAMED = guarded(
  /(?:参加|参与|搞|去)了?(?:[^,。]{0,8}的)?(?:一[个次场]|[个次])?活动(?=[,。]|$|你|请|帮|给|麻烦)|(?:组织|安排|搞|喊|办)的(?:那|这|一)?[个次场]?活动,?我?(?:也|就)?(?:去|参加|到)了(?=[,。]|$)/u,
);

/** A record begun by a deed in plain words; `otherwise` is its kind where no word tells. */
export function guessedDraft(text: string, otherwise: DutyKind): Draft {
  if (UNNAMED.test(text)) return { kind: "meeting_attend", text, guessed: true, open: ["intent", "kind"] };
  const guess = guessKind(text);
  if (guess === undefined)
    return { kind: /参加|出席|列席/u.test(text) ? "meeting_attend" : otherwise, text, guessed: true };
  return {
    kind: guess.kind,
    text,
    ...(guess.confidence < SURE || WHILE.test(text) ? { guessed: true } : {}),
  };
}
