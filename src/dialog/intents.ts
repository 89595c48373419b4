import type { Facts } from "#src/domain/facts.ts";
import type { ActivityRequest } from "#src/domain/requests/activity.ts";
import type { Query, Understanding } from "#src/understanding/understanding.ts";
import { amendLast, amendNamed } from "./amend-named.ts";
import { hearAmends } from "./hear-amends.ts";
import { readCorrection } from "./read-correction.ts";
import { audienceOf, isStaff } from "./audience.ts";
import type { Dialog, Turn } from "./dialog.ts";
import { asksForRanking, isRanking } from "./ranks.ts";
import { hearAttended } from "./topics/attended.ts";
import { hearClerkWords } from "./topics/clerk-words.ts";
import { hearBareQuestion } from "./topics/bare-asked.ts";
import { hearPlainQuery } from "./topics/figures.ts";
import { hearOtherPeriod } from "./other-period.ts";
import { hearHeardThen } from "./topics/heard-then.ts";
import { hearLeave, meansLeave } from "./topics/leave.ts";
import { hearLeaveAnew } from "./topics/leave-anew.ts";
import { type Said, showCard } from "./topics/report.ts";
import { hearObjection } from "./topics/objecting.ts";
import { hearSuggestion } from "./topics/suggestion.ts";
import { hearMoved } from "./topics/moved.ts";
import { hearPageWords } from "./topics/page-words.ts";
import { hearWithdrawal } from "./topics/withdrawal.ts";
import { hearReport } from "./topics/whose.ts";
import { hearDoers } from "./topics/doers.ts";
import { toldOf } from "./told-of.ts";
import { hearPlan } from "./topics/hear-plan.ts";
import { isBrowsing, isLost, isNo, isNoneOfThem } from "./words.ts";
import { ask, inFocus, say } from "./turns.ts";
import { withoutOurs } from "./without-ours.ts";
import { withDanger } from "./with-danger.ts";

/** What a message that was read as a whole leads to. */
export function hearIntent(dialog: Dialog, read: Understanding, heard: Said, facts: Facts): Turn {
  const said = { ...heard, text: withoutOurs(heard.text, facts) };
  // 算了 and 都不是 where nothing is open take nothing back, and are nobody's opinion.
  const declines = isNo(said.text) || isNoneOfThem(said.text);
  if (declines && inFocus(dialog) === undefined && dialog.filed === undefined)
    return say(dialog, { kind: "help.nothing-open" });
  const moved = hearMoved(dialog, said, facts) ?? hearAttended(dialog, said, facts);
  if (moved !== undefined) return moved;
  const staffs = hearClerkWords(dialog, read, said, facts) ?? hearPlan(dialog, read, said, facts);
  if (staffs !== undefined) return staffs;
  const amends = isDeputy(facts) ? hearAnew(dialog, said, facts) : undefined;
  if (amends !== undefined) return amends;
  const plain =
    hearOtherPeriod(dialog, said, facts) ??
    hearPlainly(dialog, read, said, facts) ??
    hearBareQuestion(dialog, read, said, facts);
  if (plain !== undefined) return plain;
  if (read.ask.includes("intent") && ACTING.has(read.intent)) return showCard(dialog, read, said, facts);
  switch (read.intent) {
    case "report":
      return hearReport(dialog, withDanger(read, said, facts), said, facts);
    case "opinion":
      if (read.opinions.length === 0) return say(dialog, { kind: "help.which-matter" });
      return showCard(dialog, read, said, facts);
    case "suggestion":
      return hearDeputysSuggestion(dialog, read, said, facts);
    case "correction":
      if (isDeputy(facts) && meansLeave(said.text)) return hearLeave(dialog, said, facts);
      return hearCorrection(dialog, said, facts);
    case "withdraw":
      return hearWithdrawal(dialog, said.text, said, facts);
    case "satisfaction":
      return say(dialog, { kind: "case.nothing-to-rate" });
    case "query": {
      if (read.ask.includes("intent")) return showCard(dialog, read, said, facts);
      if (read.query?.name === "upcoming_activities") return ask(dialog, aheadOf(read.query, facts));
      const turn = read.query === undefined ? undefined : hearPlainQuery(dialog, read.query, said, facts);
      return turn ?? say(dialog, { kind: "help.not-yet", what: said.text.slice(0, 20) });
    }
    case "leave":
      return hearLeave(dialog, said, facts);
    case "command":
      return isNo(said.text)
        ? say(dialog, { kind: "help.nothing-open" })
        : say(dialog, { kind: "help.not-yet", what: said.text.slice(0, 20) });
    case "chat":
      return chat(dialog, read, said, facts);
  }
}

const hearAnew = (dialog: Dialog, said: Said, facts: Facts): Turn | undefined =>
  hearLeaveAnew(dialog, said, facts) ?? hearHeardThen(dialog, said, facts) ?? hearAmends(dialog, said, facts);

function hearDeputysSuggestion(
  dialog: Dialog,
  { suggestion }: Understanding,
  said: Said,
  facts: Facts,
): Turn {
  const audience = audienceOf(facts);
  if (suggestion === undefined) return lost(dialog, facts);
  return ["staff", "office", "unit"].includes(audience)
    ? say(dialog, { kind: "help.refused", why: "deputies-only", audience })
    : hearSuggestion(dialog, suggestion, said);
}

// 下周有什么活动: of what lies ahead, only what is in the period that was named.
const aheadOf = (
  { from, to = from }: Query,
  { today }: Facts,
): Extract<ActivityRequest, { do: "activity.list" }> => ({
  do: "activity.list",
  ...(from === undefined || to === undefined || to < today ? {} : { within: { from, to } }),
});

// What these do is done at once: nobody's record is put right by 你好,我是黄连村的.
const ACTING: ReadonlySet<Understanding["intent"]> = new Set(["correction", "satisfaction"]);

// What is asked for in a few words that are no report, no opinion and no command.
function hearPlainly(dialog: Dialog, { intent }: Understanding, said: Said, facts: Facts): Turn | undefined {
  const { text } = said;
  const objection = hearObjection(dialog, said, facts, true);
  if (objection !== undefined) return objection;
  if (isDeputy(facts) && WAS_THERE.test(text))
    return ask(dialog, { do: "absence.object", text, unsure: true });
  if (text.length > 16) return undefined;
  const code = BARE_CODE.exec(text.normalize("NFKC").trim())?.[0];
  if (code !== undefined && isDeputy(facts) && inFocus(dialog) === undefined)
    return ask(dialog, { do: "check-in.enter", code });
  const page = hearPageWords(dialog, text);
  if (page !== undefined) return page;
  if (isLost(text) || isBrowsing(text))
    return say(dialog, { kind: "help.menu", audience: audienceOf(facts) });
  if (ABOUT_PROGRAM.test(text)) return say(dialog, { kind: "help.privacy" });
  if (facts.speaker.kind !== "member") return hearOutsider(dialog, text, facts);
  if (OBJECTS.test(text) && isDeputy(facts)) return ask(dialog, { do: "absence.object", text: "" });
  const ranks = intent === "report" ? asksForRanking(text) : isRanking(text);
  if (ranks && isStaff(facts.speaker)) return say(dialog, { kind: "figures.refused", why: "no-ranking" });
  return intent === "query" && OWN_ABSENCE.test(text) && isDeputy(facts)
    ? ask(dialog, { do: "figures.own-attendance" })
    : undefined;
}

function hearOutsider(dialog: Dialog, text: string, { speaker }: Facts): Turn | undefined {
  if (CLAIMS.test(text)) return say(dialog, { kind: "help.refused", why: "not-bound" });
  return speaker.kind === "resident" && PRESSES.test(text)
    ? ask(dialog, { do: "figures.own-cases", page: 1 })
    : undefined;
}

// What stands on the wall, typed as it is.
const BARE_CODE = /^\d{4}$/u;
const ABOUT_PROGRAM =
  /(?:东西|软件|程序|系统|小程序|机器人|助手)[^,。]{0,6}(?:安不安全|安全[吗不么]|可不可靠|可靠[吗不么]|靠得住|会不会泄|泄露)/u;
const OWN_ABSENCE = /我[^,。]{0,4}缺席|缺席[^,。]{0,4}我/u;
const CLAIMS = /^我(?:就)?(?:是|叫)[一-鿿]{2,4}(?:代表)?[。!]?$/u;
const PRESSES =
  /^(?:催(?:一?下|催|办)?|(?:怎么|咋)还(?:不|没)(?:解决|办|处理|答复|回复)|(?:有|出)(?:结果|消息|进展)(?:了?吗|没有?)|(?:我的)?(?:事|意见)?(?:办|解决|处理)(?:得|的)?(?:怎么样|咋样|好)(?:了?吗?|没有?)|进度|查进度)[了啊呀?。!]*$/u;

function hearCorrection(dialog: Dialog, said: Said, facts: Facts): Turn {
  const named = amendNamed(dialog, said, facts);
  if (named !== undefined) return named;
  const amendment = readCorrection(said.text, facts, said.at);
  return amendment === undefined ? lost(dialog, facts) : amendLast(dialog, amendment, said);
}

function chat(dialog: Dialog, read: Understanding, said: Said, facts: Facts): Turn {
  const doers = hearDoers(dialog, said, facts);
  if (doers !== undefined) return doers;
  const told = toldOf(said, facts);
  if (told !== undefined) return hearReport(dialog, told, said, facts);
  if (isDeputy(facts) && meansLeave(said.text)) return hearLeave(dialog, said, facts);
  if (read.ask.includes("intent")) return showCard(dialog, read, said, facts);
  const audience = audienceOf(facts);
  if (GREETING.test(said.text)) return say(dialog, { kind: "help.menu", audience });
  const of = CHATTER.find(([, pattern]) => pattern.test(said.text))?.[0];
  if (of !== undefined) return say(dialog, { kind: "help.chat", of, audience });
  const known = /[一-鿿]{2}/u.test(said.text);
  return known ? say(dialog, { kind: "help.chat", of: "other", audience }) : lost(dialog, facts);
}

const isDeputy = ({ speaker }: Facts): boolean => speaker.kind === "member" && speaker.mandates.length > 0;

const OBJECTS =
  /^(?:我)?(?:很|就是|坚决)?(?:不服|不认|不认可|不同意|冤枉|有异议|要申诉|要提异议)[了啊。!]*$/u;

// 我那天在会场的,坐后排: nothing was done or heard, somebody was there.
const WAS_THERE =
  /^(?:可是|但是|不对)?[,\s]*我(?:那天|当天|当时|那次|那场)(?:是|明明|其实|都)?(?:在(?:会)?场|在的|去了的|到了的|(?:签|打)(?:了|过)(?:到|卡)|请(?:了|过)假)[^。]{0,24}$/u;

const GREETING =
  /^(?:你好|您好|在吗|在不在|早上好|上午好|下午好|晚上好|hello|hi|你是谁|你是哪个|你会什么|你能做什么|有人吗)/iu;

const CHATTER: readonly (readonly ["thanks" | "ok" | "plan", RegExp])[] = [
  ["thanks", /谢|感谢|辛苦/u],
  ["ok", /^(?:好|嗯|行|收到|知道|ok|晓得|要得)/iu],
  ["plan", /打算|准备|计划|下周|明天|后天|下个?月|要去|等(?:下|会|哈)|待会/u],
];

const lost = (dialog: Dialog, facts: Facts): Turn =>
  say(dialog, { kind: "help.not-understood", audience: audienceOf(facts) });
