import type { Facts } from "#src/domain/facts.ts";
import type { Outcome } from "#src/domain/request.ts";
import type { ActivityRequest } from "#src/domain/requests/activity.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { readLeave, wantsLeave } from "#src/understanding/leave.ts";
import { mainKind } from "#src/understanding/kinds.ts";
import { understand } from "#src/understanding/understand.ts";
import { isChatter } from "#src/understanding/words.ts";
import { readingContext } from "../card.ts";
import type { Dialog, LeaveCard, Turn } from "../dialog.ts";
import { reasonAsSaid } from "../reason-as-said.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, focus, say, without } from "../turns.ts";
import { isBesideLeave } from "../beside-leave.ts";
import { kindIn } from "../kind-in.ts";
import { partIn } from "../part-of-congress.ts";
import { wavers } from "../notice-answer.ts";
import { isNo, isNoneOfThem, isYes } from "../words.ts";
import { activityIn } from "./activity.ts";
import { answerAsked, dayAmong, placeIn, type Wished } from "./leave-answer.ts";
import { whyOfSeveral } from "./one-reason.ts";
import type { Said } from "./report.ts";

type Wish = Omit<Extract<ActivityRequest, { do: "activity.leave" }>, "do">;

/** One wish for leave at a time: a new one takes the place of the old. */
const CARD = "leave";

const STAYS_AWAY =
  /^(?:我|那|这次|这回|到时候?|明天|后天|可能|恐怕|就|也|都)*(?:(?:不|没法|不能|不想)(?:去|来|参加)|(?:去|来|参加)不(?:了|成|起))(?:了|成|啦|哈)?$/u;
const TURNS_INTO_LEAVE = /^(?:改成|改为|换成|变成|还是|那就?|我?(?:要|想)(?:改(?!成))?)+(?=请(?:个)?假)/u;

/** True for words that mean staying away from an activity and nothing else: 我不去了, 改成请假 有事. */
export const meansLeave = (text: string): boolean => {
  const line = plain(text);
  return STAYS_AWAY.test(line.replace(/[\s,.]/gu, "")) || TURNS_INTO_LEAVE.test(line);
};

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/[.!\u3002]+$/u, "");

const MAYBE = /可能|恐怕|也许|说不定|怕是|估计|不一定|不晓得|不知道/u;

// 请假 出差: an order, and no words that may be about anything.
const ORDERED = /^\s*(?:我要?|我想)?请(?:个)?[病事公]?假/u;

/** A wish for leave in any words: which activity, and why. What is not said is asked about. */
export function hearLeave(dialog: Dialog, said: Said, facts: Facts): Turn {
  const activity = activityIn(said.text);
  const words = plain(withoutNumbers(said.text)).replace(TURNS_INTO_LEAVE, "");
  const found = readLeave(words, findDates(words, { today: facts.today, prefer: "future" }));
  const kind = kindIn(words);
  const part = partIn(words);
  const named = activity !== undefined || found?.date !== undefined || kind.kind !== undefined;
  // A wish in one breath that names no reason has none yet: 28号小组活动请假.
  const silent = found === undefined || (found.reason === "other" && !/[\s,\u3002;]/u.test(words));
  const wish = ask(without(dialog, CARD), {
    do: "activity.leave",
    ...(activity === undefined ? {} : { activity }),
    ...(found?.date === undefined ? {} : { on: found.date }),
    ...(found?.date === undefined || /\d月|[一二三四五六七八九十]月|[天周]/u.test(words)
      ? {}
      : { anyMonth: true }),
    ...kind,
    ...(part === undefined ? {} : { part }),
    ...(named || ORDERED.test(said.text) ? {} : { implied: true }),
    ...(silent ? {} : { reason: reasonAsSaid(found.reason, words), note: words }),
    ...(MAYBE.test(words) ? { unsure: true } : {}),
  });
  return isForOthersToo(words, facts)
    ? { ...wish, replies: [{ kind: "activity.leave-hint", of: "only-own" }, ...wish.replies] }
    : wish;
}

// 我和陈建国明天的培训都请假: the other one's leave is that one's to ask for, and must not be relied on.
function isForOthersToo(words: string, { people, speaker }: Facts): boolean {
  const own = speaker.kind === "member" ? speaker.name : "";
  return people.some(
    (name) =>
      name !== own &&
      (WITH_ME.some((before) => words.includes(`${before}${name}`)) ||
        AND_ME.some((after) => words.includes(`${name}${after}`))),
  );
}
const WITH_ME = ["我和", "我跟", "我与", "我同", "我、", "我还有", "我以及"];
const AND_ME = ["和我", "跟我", "与我", "、我", "也请假", "也要请假", "也来不了", "也去不了"];

type Asked = LeaveCard["asked"];

const ONLY_LOOKS: ReadonlySet<Outcome["of"]> = new Set(["activity.listed", "activity.shown"]);

/** Keeps in mind that a wish for leave lacks its activity or its reason; what is done about activities ends that. */
export function minding(dialog: Dialog, outcome: Outcome, now: Date): Dialog {
  const asked = toAsked(outcome);
  if (asked !== undefined)
    return focus(dialog, { at: "leave", card: CARD, asked, askedAt: now.toISOString() });
  return outcome.of.startsWith("activity.") && !ONLY_LOOKS.has(outcome.of) ? without(dialog, CARD) : dialog;
}

const toAsked = (outcome: Outcome): Asked | undefined => whyOfSeveral(outcome) ?? toAskedAlone(outcome);

const toAskedAlone = (outcome: Outcome): Asked | undefined =>
  outcome.of === "activity.why-leave" ||
  outcome.of === "activity.leave-unsure" ||
  outcome.of === "activity.why-refuse" ||
  (outcome.of === "activity.which" && outcome.leave !== null)
    ? outcome
    : undefined;

/** Asks once more for what is missing; a second time the wish is let go. */
export function showLeave(dialog: Dialog, card: LeaveCard): Turn {
  if (card.again === true) return say(without(dialog, CARD));
  return say(focus(dialog, { ...card, again: true }), {
    kind: "activity.answer",
    outcome: card.asked,
    again: true,
  });
}

/** Lets a wish for leave, or a refusal of one, go. */
export function dropLeave(dialog: Dialog): Turn {
  const refusing = dialog.pending.some((one) => one.at === "leave" && one.asked.of === "activity.why-refuse");
  return say(without(dialog, CARD), { kind: "activity.leave-dropped", ...(refusing ? { refusing } : {}) });
}

/** What a message means while leave lacks its activity or its reason; undefined when it is about something else. */
export function hearOnLeave(dialog: Dialog, card: LeaveCard, said: Said, facts: Facts): Turn | undefined {
  if (isNo(said.text) || isNoneOfThem(said.text)) return dropLeave(dialog);
  const read = understand(said.text, readingContext(facts, said.at));
  if (!pointsAtOne(card.asked, said.text, facts) && isBesideLeave(card.asked, read, said, facts))
    return undefined;
  if (card.asked.of === "activity.why-refuse") return refuse(dialog, card.asked, said.text);
  // What neither names one of them nor says why is about something else.
  if (
    card.asked.of !== "activity.why-leave" &&
    !isYes(said.text) &&
    !isAboutLeave(card.asked, said.text, facts)
  )
    return undefined;
  if (card.asked.of === "activity.leave-unsure" && isYes(said.text))
    return ask(without(dialog, CARD), { do: "activity.leave", ...wished(card.asked) });
  // 到时候看情况 is no ground to stay away: what is open is shown once more.
  if (isYes(said.text) || isChatter(said.text) || wavers(said.text))
    return card.again === true ? dropLeave(dialog) : showLeave(dialog, card);
  return answerAsked(dialog, card.asked, said.text, facts);
}

const isAboutLeave = (asked: Wished, text: string, facts: Facts): boolean =>
  activityIn(text) !== undefined ||
  isChatter(text) ||
  wavers(text) ||
  wantsLeave(text) ||
  meansLeave(text) ||
  readLeave(`请假,${text}`, []).reason !== "other" ||
  (asked.of === "activity.which" && (dayAmong(asked, text, facts.today) !== undefined || placeIn(text) >= 0));

// 28号那场, where there is one on that day: no deed of last month.
const pointsAtOne = (asked: Asked, text: string, { today }: Facts): boolean =>
  asked.of === "activity.which" && mainKind(text) === undefined && dayAmong(asked, text, today) !== undefined;

// Whatever is said when a reason for a refusal is asked for is the reason; a yes is none.
function refuse(
  dialog: Dialog,
  { name, leave, activity }: Extract<Asked, { of: "activity.why-refuse" }>,
  words: string,
): Turn {
  const note = isYes(words) ? "" : words.trim().replace(/^(?:理由|原因|因为)(?:是[\s:]*|[\s:]+)/u, "");
  const wish = { name, leave, activity: activity.number, approve: false, note };
  return ask(without(dialog, CARD), { do: "activity.decide-leave", ...wish, ask: true });
}

const wished = ({ activity, reason, note }: Extract<Asked, { of: "activity.leave-unsure" }>): Wish => ({
  activity: activity.number,
  ...(reason === undefined ? {} : { reason }),
  ...(note === undefined ? {} : { note }),
});
