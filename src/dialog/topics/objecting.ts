import type { Act } from "#src/domain/act.ts";
import type { Day } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { ObjectingQuestion } from "#src/domain/requests/objecting.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import type { Dialog, SureCard, Turn } from "../dialog.ts";
import { asksWhyAbsent, readObjection } from "../objection-words.ts";
import { withoutNumbers } from "../spoken-number.ts";
import { ask, inFocus, without } from "../turns.ts";
import { bare } from "../words.ts";
import { activityIn } from "./activity.ts";
import type { Said } from "./report.ts";

/** The days that words name, of which one may be that of an absence; 上个月 and 前几天 name no day. */
export const daysNamed = (text: string, today: Day): Day[] =>
  findDates(text, { today, prefer: "past" })
    .filter((one) => !one.wide && !one.doubtful)
    .map(({ start }) => start);

/**
 * What a deputy says against an absence, in any words: it is shown back with the absence that is meant, and is an
 * objection, or leave asked for belatedly, after one tap. Words that say so only right after such news are `hinted`, and
 * what is open goes before them. Undefined for all else.
 */
export function hearObjection(
  dialog: Dialog,
  { text }: Said,
  facts: Facts,
  hinted: boolean,
): Turn | undefined {
  const { speaker, today, toldAbsent, invitations = [] } = facts;
  if (speaker.kind !== "member" || speaker.mandates.length === 0) return undefined;
  // It is explained, with how to object: nobody's question is filed.
  if (dialog.missed === undefined && asksWhyAbsent(text))
    return ask(dialog, { do: "figures.own-attendance", why: { page: 1 } });
  const read = readObjection(text);
  const open = inFocus(dialog);
  if (read === undefined || open?.at === "leave") return undefined;
  if (toldAbsent === undefined)
    return read.named ? ask(dialog, { do: "absence.object", text, unsure: true }) : undefined;
  const before = openObjecting(dialog);
  const apart = before !== undefined && isOfAnother(before, text, read.firm, today);
  const away = read.away ?? (apart ? undefined : before?.question.away);
  if (!read.firm && before === undefined && (toldAbsent !== "just" || !hinted)) return undefined;
  const activity = activityIn(text);
  const plain = withoutNumbers(text);
  // 9号我来不了: leave from what is on that day.
  const then = findDates(plain, { today, prefer: "future" }).map((one) => one.start);
  if (invitations.some((one) => then.includes(one.on) || one.number === activity)) return undefined;
  const on = daysNamed(plain, today);
  const rest = before === undefined || apart ? dialog : without(dialog, before.card);
  return ask(rest, {
    do: "absence.object",
    unsure: true,
    text: apart ? text : joined(before?.question.text, text),
    ...(activity === undefined ? {} : { activity }),
    ...(on.length === 0 ? {} : { on }),
    ...(away === undefined ? {} : { away }),
    ...(read.ahead && invitations.length > 0 ? { ahead: true } : {}),
  });
}

// 10月3号那次我也有意见,当时我在的, while it is asked which of two other words are about: these are of that one alone,
// and the question stays.
const isOfAnother = (before: ObjectingCard, text: string, firm: boolean, today: Day): boolean =>
  firm &&
  before.question.absences.length > 1 &&
  /[,。;]|也/u.test(text) &&
  (activityIn(text) !== undefined || daysNamed(withoutNumbers(text), today).length > 0);

// What was said a moment ago belongs to it.
const joined = (before: string | undefined, text: string): string =>
  before === undefined || before.includes(text) ? text : `${before}。${text}`;

/** The card that asks whether words object to an absence. */
export type ObjectingCard = SureCard & { readonly question: ObjectingQuestion };

/** True for that card. */
export const isObjecting = (card: SureCard): card is ObjectingCard => card.question.kind === "sure.objecting";

/** The question whether words object to an absence, where it is the one that is open. */
export function openObjecting(dialog: Dialog): ObjectingCard | undefined {
  const open = inFocus(dialog);
  return open?.at === "sure" && isObjecting(open) ? open : undefined;
}

/** What answers that question in words: 补假, 12月1日那次, 第一次. Undefined where it is none of these. */
export function pickObjected(
  dialog: Dialog,
  card: SureCard,
  { text }: Pick<Said, "text">,
  { today }: Facts,
): Turn | undefined {
  if (!isObjecting(card)) return undefined;
  const { absences, text: words, away } = card.question;
  const on = daysNamed(withoutNumbers(text), today);
  const number = activityIn(text) ?? absences[ordinalIn(text)]?.activity.number;
  const meant = absences.filter(({ activity }) => activity.number === number || on.includes(activity.on));
  const [one, ...others] = absences.length === 1 ? absences : meant;
  if (one === undefined || others.length > 0) return undefined;
  const { number: activity } = one.activity;
  if (one.belated && away !== undefined && BELATED.test(bare(text)))
    return ask(without(dialog, card.card), {
      do: "activity.leave",
      activity,
      belated: [],
      reason: away,
      note: words,
    });
  if (meant.length === 0 && !OBJECTS.test(bare(text))) return undefined;
  // Which one it is comes first; where leave may be asked for as well, that is asked then.
  const asksMore = absences.length > 1 && one.belated && away !== undefined;
  const more = asksMore ? { unsure: true as const, away } : {};
  return ask(without(dialog, card.card), { do: "absence.object", activity, text: words, ...more });
}

const BELATED = /^(?:那|就|我|还是|想|要|请|帮我)*补(?:个|一个|请|办)*假(?:吧|嘛|哈|了)*$/u;
const OBJECTS = /^(?:我|那|就|要|想|还是|是|对|的)*(?:提|有)?异议(?:的|吧|嘛|哈|了)*$/u;

const ordinalIn = (text: string): number => {
  const said = /^第(?<place>[一二三四五1-5])(?:次|个|场)?/u.exec(bare(text))?.groups?.["place"] ?? "";
  return said === "" ? -1 : Math.max("一二三四五".indexOf(said), Number(said) - 1 || 0);
};

/** The dialog without that question, where a tap answers it: on the card, or on the reminder of it. */
export function answeringObjected(dialog: Dialog, act: Act): Dialog {
  const left = act.do === "absence.object" ? withoutAsked(dialog, act.text) : dialog;
  if (left.pending.length < dialog.pending.length) return left;
  const open = openObjecting(dialog);
  const answers =
    act.do === "absence.object" ||
    act.do === "activity.leave" ||
    (act.do === "say" && act.text.startsWith("请假"));
  return open === undefined || !answers ? dialog : without(dialog, open.card);
}

const withoutAsked = (dialog: Dialog, text: string): Dialog => ({
  ...dialog,
  pending: dialog.pending.filter(
    (one) => one.at !== "sure" || !isObjecting(one) || one.question.text !== text,
  ),
});
