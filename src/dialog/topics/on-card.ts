import type { Facts } from "#src/domain/facts.ts";
import type { CardField, ReportAct } from "#src/domain/requests/report.ts";
import { understand } from "#src/understanding/understand.ts";
import { withoutRight } from "#src/understanding/without-right.ts";
import { isMistake } from "#src/understanding/words.ts";
import { hearAmendsOfEach } from "../hear-amends-of-each.ts";
import { hearOnFiled } from "../amend-filed.ts";
import { readingContext } from "../card.ts";
import { companionsPutRight } from "../companions-put-right.ts";
import { withCorrection } from "../corrected.ts";
import { readCorrection } from "../read-correction.ts";
import { amendsPlainly } from "../amends-plainly.ts";
import { correctCard } from "./correct-card.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { findItemNamed, type ItemNamed } from "../item-named.ts";
import { type NamedChange, namedChange } from "../named-change.ts";
import { focus, say } from "../turns.ts";
import { isHum, isNo, isYes } from "../words.ts";
import { addTo } from "./add-to-card.ts";
import { hearOwner } from "./another-owner.ts";
import { asksBeside } from "./asks-beside.ts";
import { answer, hearAnswer } from "./answer-card.ts";
import { asOpinion } from "./as-opinion.ts";
import { hearWholeRegister } from "./attended.ts";
import { withoutNamed, withOpinion } from "./card-items.ts";
import { dropCard } from "./drop-card.ts";
import { dropAsked } from "./drop-asked.ts";
import { hearHeardThen } from "./heard-then.ts";
import { withHeard } from "../unheard.ts";
import { confirm, present, type Said, view } from "./report.ts";
import { hearWithdrawal } from "./withdrawal.ts";

/**
 * What a message means while a report's card is in focus: yes, no, an answer to its question, a correction of it.
 * Undefined when it is about something else; the card then waits.
 */
export function hearOnCard(dialog: Dialog, card: ReportCard, said: Said, facts: Facts): Turn | undefined {
  if (card.whose !== undefined) return isNo(said.text) ? dropCard(dialog, card, said, facts) : undefined;
  if (asksBeside(dialog, said, facts)) return undefined;
  const then = hearHeardThen(dialog, said, facts, card);
  if (then !== undefined) return then;
  const other = hearWholeRegister(dialog, said, facts) ?? hearOwner(dialog, card, said, facts);
  if (other !== undefined) return other;
  const filed = hearAmendsOfEach(dialog, card, said, facts) ?? hearOnFiled(dialog, card, said, facts);
  if (filed !== undefined) return filed;
  const changed = withOpinion(card, said.text, facts) ?? withoutNamed(card, said.text);
  if (changed !== undefined) return present(dialog, changed, facts, card);
  const question = card.questions[0];
  if (question !== undefined) return hearAnswer(dialog, card, question, said, facts);
  if (isYes(said.text)) return confirm(dialog, card, facts, said.messageId);
  if (isHum(said.text)) return say(dialog, { kind: "report.card", again: true, ...view(card, facts) });
  if (isNo(said.text)) return dropCard(dialog, card, said, facts);
  const one = findItemNamed(card, said.text, facts);
  if (one !== undefined) return correctItem(dialog, card, one, said, facts);
  const field = bareField(card, said.text);
  if (field !== undefined) return present(dialog, { ...card, questions: [{ item: 0, field }] }, facts);
  const { intent } = understand(said.text, readingContext(facts, said.at));
  if (isMistake(said.text)) return say(focus(dialog, card), { kind: "report.fields", ...view(card, facts) });
  if (intent === "withdraw") return hearWithdrawal(dialog, said.text, said, facts);
  const who = companionsPutRight(said.text, facts);
  if (who?.less === true) return correctCard(dialog, card, who, said, facts);
  const added = addTo(card, said.text, facts);
  if (added !== undefined) return present(dialog, added, facts, card);
  const plain = who ?? namedOnCard(said, facts)?.amendment ?? amendsPlainly(said, facts);
  if (plain !== undefined) return correctCard(dialog, card, plain, said, facts);
  if (intent !== "correction") return undefined;
  if (withoutRight(said.text.normalize("NFKC")) === "") return present(dialog, card, facts, card);
  const correction = readCorrection(said.text, facts, said.at);
  return correction === undefined
    ? say(dialog, { kind: "report.not-read", field: fieldIn(said.text) })
    : correctCard(dialog, card, correction, said, facts);
}

// 昨天周志强也一起去的 while the card of that day is in view: what names another record was heard before.
const namedOnCard = ({ text, at }: Said, facts: Facts): NamedChange | undefined => {
  const change = namedChange(text, facts, at);
  return change?.amendment.field === "with" ? change : undefined;
};

// What names one of several things puts right that one, and never the first for want of knowing which.
function correctItem(
  dialog: Dialog,
  card: ReportCard,
  { item, rest }: ItemNamed,
  said: Said,
  facts: Facts,
): Turn {
  const correction = readCorrection(rest, facts, said.at) ?? readCorrection(said.text, facts, said.at);
  return item === undefined || correction === undefined
    ? say(dialog, { kind: "report.not-read", field: fieldIn(said.text) })
    : present(dialog, withCorrection(card, item, correction, facts.today), facts, card);
}

// 日期 and no more, after 要改一改: what is said next is what it is to be.
const bareField = ({ reports }: ReportCard, text: string): CardField | undefined =>
  reports.length === 1 && BARE_FIELD.test(text.normalize("NFKC").trim())
    ? FIELDS.find(([, pattern]) => pattern.test(text))?.[0]
    : undefined;
const BARE_FIELD =
  /^(?:我?[要想]|请|帮我)?(?:改|换|更正)?(?:一?下|个)?(?:日期|日子|时间|地[点方]|位置|数量|[人户]数|同行(?:代表|人员)?|类[型别]|种类)(?:要改|改一?下)?[了吧哈。!]*$/u;

const FIELDS: readonly (readonly [CardField, RegExp])[] = [
  ["count", /数|户|人次|多少/u],
  ["date", /时间|日期|日子|哪天/u],
  ["place", /地点|地方|位置/u],
  ["with", /同行|代表|同去/u],
  ["kind", /类型|种类|类别/u],
];
const fieldIn = (text: string): CardField => FIELDS.find(([, pattern]) => pattern.test(text))?.[0] ?? "text";

function withCompanion(
  card: ReportCard,
  { said, name }: Extract<ReportAct, { do: "card.companion" }>,
  { today }: Facts,
): ReportCard {
  const item = Math.max(
    0,
    card.reports.findIndex((one) => one.text.includes(said)),
  );
  const named = withCorrection(card, item, { field: "with", value: name, more: true }, today);
  return { ...named, unknown: (card.unknown ?? []).filter((one) => one.said !== said) };
}

/** What a tap on a report's card does. */
export function tapCard(dialog: Dialog, card: ReportCard, act: ReportAct, said: Said, facts: Facts): Turn {
  switch (act.do) {
    case "card.confirm":
      return confirm(dialog, card, facts, said.messageId);
    case "card.drop":
      return dropAsked(dialog, card, card.questions[0], said, facts);
    case "card.another":
      return dropCard(dialog, card, said, facts);
    case "card.edit":
      return say(focus(dialog, card), { kind: "report.fields", ...view(card, facts) });
    case "card.edit-field": {
      const { item, field } = act;
      return present(dialog, { ...card, questions: [{ item, field }, ...card.questions] }, facts);
    }
    case "card.answer":
      return (
        answer(dialog, card, act, act.value, said.at, facts) ??
        say(dialog, { kind: "report.not-read", field: act.field })
      );
    case "card.amend":
      return present(dialog, withCorrection(card, act.item, act.amendment, facts.today), facts, card);
    case "card.heard":
      return present(dialog, withHeard(card, facts), facts, card);
    case "card.companion":
      return present(dialog, withCompanion(card, act, facts), facts, card);
    case "card.intent":
      return act.intent === "chat"
        ? dropCard(dialog, card, said, facts)
        : present(dialog, asOpinion(card, facts), facts);
  }
}
