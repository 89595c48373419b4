import type { CountUnit } from "#src/domain/count-unit.ts";
import type { DutyKind } from "#src/domain/duty-kind.ts";
import { atEnd, guarded } from "./guarded.ts";
import { isWritten } from "./odd-counts.ts";

/** A number with its unit, and what stands around it. */
type Said = {
  readonly words: string;
  readonly value: number;
  readonly before: string;
  readonly after: string;
  readonly kind: DutyKind | undefined;
};

const NEVER: (said: Said) => boolean = () => false;

/**
 * True where a number with a unit counts nothing of what was done. 一起 is together, 一次 may be one day, 一天 may be
 * all day, 十天 how late a building is: only what stands beside them tells.
 */
export function isIdiom(
  text: string,
  match: RegExpExecArray,
  unit: CountUnit,
  value: number,
  kind: DutyKind | undefined,
): boolean {
  const [words] = match;
  const said = {
    words,
    value,
    before: text.slice(0, match.index),
    after: text.slice(match.index + words.length),
    kind,
  };
  return (
    (value === 1 && (MISSED.test(said.after) || NONE.test(said.before))) || (IDIOMS[unit] ?? NEVER)(said)
  );
}

// 一次没落, 一堂课不缺, 一次假也没请: none was missed.
const MISSED = guarded(/^(?:课|会|班|活动|假)?[都也]?(?:没有?|未|不)(?:落|缺|漏|耽误|耽搁|少|请|迟到)/u);

// 没落下一场.
const NONE = atEnd(/(?:没有?|不|未)(?:落下?|缺|漏|误|耽误|耽搁|错过)[过了]?$/u);

// 十二个人联名: who signed, and not whom the deputy met.
const SIGNS = guarded(/^(?:代表)?(?:联名|联署|签[名字])/u);
const SIGNED = guarded(/^(?:签[名字]|联名)/u);
const ALONE = guarded(/^(?:住|在|带|过|生活|照|去)/u);

// 和詹红、牟春两位一道: who was named before.
const NAMED = guarded(/^(?:一道|一起|一同|一块|同[去行]|陪同|也|都)/u);

// 跟段红, 我跟彭秀珍代表, 我和他们.
const TOGETHER_WITH = atEnd(/\u0001(?:代表|同志|主任|书记|老师)?(?:我们|他们|一共|一起|就)?$/u);

function isNobody({ words, before, after }: Said): boolean {
  if (words === "一个人" && (/[他她我]$|不是$/u.test(before) || ALONE.test(after))) return true;
  if (words === "一个人" && /^(?:也|都)没/u.test(after)) return true;
  if (before.endsWith("\u0001") && (after.startsWith("代表") || NAMED.test(after))) return true;
  // 跟段红两个人
  if (TOGETHER_WITH.test(before) && /^[两俩二三仨四]个?人$/u.test(words)) return true;
  // 苟正英、贺兰和我三个人, 凑够十二个人签名: who was there himself, and who signed.
  if (/我们?$/u.test(before) || SIGNED.test(after)) return true;
  return SIGNS.test(after) || (/^(?:大|代)/u.test(after) && words.endsWith("人"));
}

// Where these are done, 一起 may count.
const CASES: readonly DutyKind[] = ["mediation", "petition_help", "court_observe"];
// 劝和了一起酒后纠纷: what it was about follows at once, and no deed before it.
const A_CASE = guarded(
  /^(?![去来到参调处做把给解走看劝化说])[^,。了]{1,10}(?:案(?!件)|案件|纠纷|矛盾|事故)/u,
);
const SETTLED = atEnd(/(?:算|记|计|[这就]是|调解?了|化解了|处理了)$/u);
const CASES_BEFORE = atEnd(/(?:纠纷|矛盾|案件)$/u);
const TOGETHER = guarded(/^(?:去|来|到|参加|调|处|做|把|给|解|走|看)/u);
const WITH = atEnd(/(?:和|跟|与|同)[^,。]{1,12}$|\u0001(?:代表|同志)?$/u);
const OF_CASES = atEnd(/(?:纠纷|矛盾|案件?)$|(?:解|处理|旁听|平息|审理)了?(?:成功)?了?$/u);
const CASE = guarded(/^[^,,。]{0,10}(?:案|纠纷|矛盾|事故|事件|庭审)/u);

function isTogether({ words, before, after, kind }: Said): boolean {
  if (words !== "一起") return false;
  if (kind !== undefined && CASES.includes(kind))
    return (
      !SETTLED.test(before) &&
      !CASES_BEFORE.test(before) &&
      !A_CASE.test(after) &&
      (TOGETHER.test(after) || WITH.test(before))
    );
  return !OF_CASES.test(before) && !CASE.test(after);
}

const ASKED = atEnd(/问[^,。;]{0,8}$|询问[^。]{0,20}提(?:了|出)?$/u);

// 围巾20条: things, and no entries.
const LONG_THINGS = atEnd(
  /(?:巾|被子?|毯子?|裤子?|裙子?|烟|鱼|横幅|标语|床单|皮带|板凳|道路|街道|河道?|沟渠?|水渠)$/u,
);
const isNoEntry = ({ words, value, before, after }: Said): boolean =>
  (words.endsWith("条") && LONG_THINGS.test(before)) ||
  (words.endsWith("问题") && ASKED.test(before)) ||
  after.startsWith("是") ||
  (value === 1 && /[报记补录填]$/u.test(before));

// 失业金申领被退件两次: what others did to them.
const SUFFERED = atEnd(/[被遭][^,。;]{1,6}$/u);
const isNoTime = ({ value, before, after }: Said): boolean =>
  (value === 1 && /[头回前后上下那这首另]$|^[^,。;\d]{0,4}有$/u.test(before)) ||
  SUFFERED.test(before) ||
  (value === 1 && /[值开坐]过$/u.test(before)) ||
  (/^(?:会议|全会|全体|常委|大会)/u.test(after) && /[届会大]$/u.test(before));

// 一天 of these is what they took.
const A_DAY = atEnd(
  /(?:培训|学习|活动|视察|调研|值班|驻站|坐班|守站|下村|驻村|考察|巡查|巡逻|执勤|防火|义诊|植树|劳动|宣传|摆摊|站岗|帮忙|蹲点|服务|班|会)$|^$|,$|(?:干|做|搞|学|训|动|察|研|开|忙|走|跑|看|坐|守|值|查|去|席|转|待|呆|听|训|访|参加|站|蹲|栽|种|挖|清|扫|捡|修|搬|铺|拉|割|摘|搭)了$|(?:为期|共|时间|[用耗历]时|来回|往返|[花用]了|整整)$/u,
);
// 劝了半天, 磨了半天: a long while.
const LONG = atEnd(
  /(?:说|等|找|劝|讲|谈|吵|问|摆|磨|聊|解释|商量|扯|争|闹|哄|排|想|折腾|求|理论|沟通|协商|掰扯|念叨|哭|诉苦)了?(?:好|大)?$/u,
);
// 为了调解坐了半天: where people are talked round, all that takes a while does.
const TALKS: readonly DutyKind[] = ["mediation", "petition_help", "suggestion_followup", "opinion_feedback"];
const SAT = atEnd(/[一-龥]了(?:好|大)?$/u);
const SAT_THERE = atEnd(/(?:坐|待|呆|陪|看)了(?:好|大)?$/u);
// 比计划慢十天, 拖了二十天, 吵了十多天: how late something is, or how long it has been so.
const OF_THINGS = atEnd(
  /(?:慢|快|(?<![今昨天])[晚早]|提前|推迟|延后|延误|延期|滞后|逾期|落后|耽误|拖|超|(?<!出)差|缺|还[要有剩]|剩|剩下|多|吵|闹|停(?:水|电|工|业|课)?|断(?:水|电)?|堵|住院|病|躺|臭|漏|欠|卧床|失踪|干旱|旱)[^,。;一-龥]{0,2}(?:了|达|近|快|都|已经?|有|至少)*$|比[^,。;]{1,10}$|(?:工期|保质期|有效期|期限)[^,。;]{0,3}$/u,
);

function isNoDay({ words, value, before, after, kind }: Said): boolean {
  if (/^[都也]?[没不未]/u.test(after) || /(?:周末|双休)$/u.test(before)) return true;
  if (OF_THINGS.test(before)) return true;
  // 前天和昨天都走了,一天6户: how many on each of them.
  if (value === 1 && /^\d{1,4}[多来余]?(?:户|人|家|件|起|场)/u.test(after)) return true;
  if (value === 1 && (words === "一天" || words === "一整天")) return !A_DAY.test(before);
  // 摆了半天摊, 坐了半天班: what was done all the while.
  if (value !== 0.5 || /^(?:的?[^,。;]{0,3}[摊班课台岗]|[工学活])/u.test(after)) return false;
  const talked = kind !== undefined && TALKS.includes(kind) && SAT.test(before);
  return LONG.test(before) || talked || (kind === "home_visit" && SAT_THERE.test(before));
}

// 引进一个加工项目: what was brought, and not where somebody was.
const BROUGHT = atEnd(/(?:引进|引入|引来|招引|招来|争取|谈成|签[下约]|申报|落地)了?到?$/u);

// 家里有5亩地: what those who were visited have.
const AT_THEIR_HOME: readonly DutyKind[] = [
  "home_visit",
  "poverty_aid",
  "reception",
  "mediation",
  "education_aid",
];

const OWNED = atEnd(/(?:家里?|屋头|承包|有|种)[^,。;]{0,4}$/u);

const IDIOMS: Readonly<Partial<Record<CountUnit, (said: Said) => boolean>>> = {
  persons: isNobody,
  places: ({ before }) => BROUGHT.test(before),
  cases: isTogether,
  mu: ({ kind, before }) => kind !== undefined && AT_THEIR_HOME.includes(kind) && OWNED.test(before),
  items: ({ before, after }) => /^(?:民生)?实事|^里/u.test(after) || /[里中]头?选$/u.test(before),
  entries: isNoEntry,
  times: isNoTime,
  days: isNoDay,
  papers: ({ words, before, after }) => words.endsWith("份") && !isWritten(before, after),
};
