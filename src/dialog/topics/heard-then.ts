import type { Facts } from "#src/domain/facts.ts";
import type { HeardOnOutcome } from "#src/domain/requests/heard-on.ts";
import { isSorted } from "#src/understanding/categories.ts";
import { understand } from "#src/understanding/understand.ts";
import { audienceOf } from "../audience.ts";
import { readingContext, toCard } from "../card.ts";
import type { Dialog, ReportCard, Turn } from "../dialog.ts";
import { heardThen } from "../heard-then.ts";
import { isOfCard } from "../is-of-card.ts";
import { withoutTie } from "../without-tie.ts";
import { ask, findPending, focus, say } from "../turns.ts";
import { present, type Said, showCard } from "./report.ts";

/**
 * What was heard on a visit and is told afterwards: beside the visit, where its card is in view, else an opinion that hangs
 * on the record of it, which the house finds. Undefined for all else.
 */
export function hearHeardThen(dialog: Dialog, said: Said, facts: Facts, card?: ReportCard): Turn | undefined {
  if (card?.heardOn !== undefined && NOT_THEN.test(said.text.normalize("NFKC").trim())) {
    const { heardOn: _, ...apart } = card;
    return present(dialog, apart, facts, card);
  }
  const then = heardThen(said.text, facts, said.at);
  if (then === undefined) return undefined;
  const { opinions, like } = then;
  const names = Object.keys(like).length > 0;
  if (card !== undefined && card.reports.length > 0 && (!names || isOfCard(card, like))) {
    if (card.questions.length > 0) return undefined;
    return present(dialog, { ...card, opinions: [...card.opinions, ...opinions] }, facts, card);
  }
  const { tied, which } = withoutTie(said.text);
  const number = dialog.filed?.find((one) => one.startsWith("履"));
  const isOfThen = names || which !== undefined || BACK.test(said.text);
  // 还有人说路灯坏了 with nothing that it may be of: an opinion like any other.
  if (!isOfThen && number === undefined && !tied) return undefined;
  const unsorted = opinions.some((one) => !isSorted(one.text));
  const read = {
    ...understand(said.text, readingContext(facts, said.at)),
    reports: [],
    opinions,
    ask: unsorted ? (["category"] as const) : [],
  };
  if (!isOfThen && number === undefined) return showCard(dialog, read, said, facts);
  const shown = toCard(read, said, facts);
  const wanted = names || number === undefined ? like : { numbers: [number] };
  return ask(focus(dialog, shown), { do: "report.heard-on", card: shown.card, like: wanted });
}
// 不是这次听到的: of no visit, or of another that was not named.
const NOT_THEN =
  /^(?:不对[,\s]*)?(?:(?:不是(?:在)?|[跟和与])[那这]一?[次回天场](?:走访|接待|活动)?(?:没(?:有)?关系|无关|没关)?(?:的时候)?(?:听到?|说|讲|反映)?(?:到)?(?:的)?|没有?关系|单独(?:的|反映|报|记)?)(?:啊|哈|吧|嘛|了|[。!])*$/u;
const BACK = /[那这]一?[次回场趟天]|当[时天]|刚[才刚][那这]一?[条个份]/u;

/** Shows the opinion with the record that was found; where none was, as what the words say by themselves. */
export function resumeHeardOn(dialog: Dialog, { card: id, record }: HeardOnOutcome, facts: Facts): Turn {
  const card = findPending(dialog, id);
  if (card?.at !== "report")
    return say(dialog, { kind: "help.stale", used: true, audience: audienceOf(facts) });
  if (record !== undefined) return present(dialog, { ...card, heardOn: record }, facts);
  const read = understand(card.said, readingContext(facts, facts.now));
  return present(
    dialog,
    read.reports.length > 0 && !read.ask.includes("intent")
      ? { ...toCard(read, { ...card, text: card.said }, facts), card: card.card }
      : card,
    facts,
  );
}
