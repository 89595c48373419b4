import type { Facts } from "#src/domain/facts.ts";
import { isMistake } from "#src/understanding/words.ts";
import type { Dialog, Pending, Turn } from "../dialog.ts";
import { nthNamed } from "../nth-named.ts";
import { toThing } from "../open-thing.ts";
import { readFiling } from "../read-filing.ts";
import { dropCard } from "./drop-card.ts";
import { cardToldFor, hearEnteredBack } from "./entered-back.ts";
import { dropUnfinished, isUnfinished } from "./drop-unfinished.ts";
import type { Said } from "./report.ts";
import { ask, inFocus, say, without } from "../turns.ts";
import { wantsBack } from "../wants-back.ts";
import { restore } from "./restore.ts";

const ORDER = /^(?:请|麻烦|帮我|帮忙|我要|我想)?(?:撤销|撤回)/u;
const MEANS_ONE =
  /^(?:掉|一下)?(?:我的?|那|这|上|刚|最|第|前|昨|今|大前|\d|[一二两三四五六七八九十]|去年|走访|接待|记录|履职|意见|建议|小组|视察|调研)[^,。;!?了]{0,24}$/u;

// What is left of 撤销 alone is nothing.
const isOrder = (words: string): boolean =>
  words.trim() === "" || (!isMistake(words) && ORDERS.test(words.normalize("NFKC").trim()));
const ORDERS = /^(?:请|麻烦|帮我|帮忙|我要|我想)?(?:撤销?|撤回|删除?|作废|取消)/u;

/** True for an order to take something back that is written in one with what it means: 撤销昨天那条走访. */
export function isOrderToWithdraw(text: string): boolean {
  const line = text
    .normalize("NFKC")
    .trim()
    .replace(/[。.!]+$/u, "");
  return ORDER.test(line) && MEANS_ONE.test(line.replace(ORDER, ""));
}

/**
 * A wish to take something back: the card in view, if no number is said; else what the words mean, and only that. What
 * they do not say is asked about.
 */
export function hearWithdrawal(dialog: Dialog, words: string, said: Pick<Said, "at">, facts: Facts): Turn {
  if (wantsBack(words)) return restore(dialog, words);
  const meant = readFiling(words, facts);
  const pending = inFocus(dialog);
  if ("numbers" in meant) {
    const [number, other] = meant.numbers;
    return number === undefined || other !== undefined
      ? ask(dialog, { do: "report.which", like: { numbers: meant.numbers } })
      : ask(dialog, { do: "report.withdraw", number });
  }
  const toldFor = cardToldFor(dialog, words);
  if (toldFor !== undefined) return ofTheLast(dialog, toldFor, words, said, facts);
  const entered = hearEnteredBack(dialog, words, facts);
  if (entered !== undefined) return entered;
  const place = nthNamed(words);
  const listed = place === undefined ? undefined : dialog.listed?.[place - 1];
  // What was listed last is counted as it stood there, whatever was changed of it since.
  if (listed !== undefined && isOnlyNth(words)) return ask(dialog, { do: "report.withdraw", number: listed });
  if (dialog.registered === true && pending === undefined && !("like" in meant))
    return ask(dialog, { do: "mandate.undo-preview" });
  // Without the order itself it is about what was filed just now; about anything older, it is asked which.
  if (!isOrder(words) && pending === undefined && dialog.filed === undefined)
    return ask(dialog, { do: "report.which", like: "like" in meant ? meant.like : {} });
  if ("like" in meant) return ask(dialog, { do: "report.which", like: meant.like });
  if (pending !== undefined) return ofTheLast(dialog, pending, words, said, facts);
  return facts.speaker.kind === "resident"
    ? say(dialog, { kind: "report.refused", why: "handed-in" })
    : ask(dialog, { do: "report.withdraw" });
}

const ONLY_NTH =
  /^(?:请|麻烦|帮我|把|将|我的?|那|这)*(?:撤销?掉?|撤回|删除?掉?|作废|取消)?\s*(?:掉|了)?(?:上面|刚才|列表)?(?:的|里)?(?:那|这)?第\s?[\d一二三四五六七八九十]{1,2}\s?[条个次份项](?:记录|履职)?(?:撤销?掉?|撤回|删除?掉?|作废|取消|不要|不算)?(?:掉|了|吧)*[。.!]*$/u;
// 第二条走访 may be another one than the second of all.
const isOnlyNth = (words: string): boolean => ONLY_NTH.test(words.normalize("NFKC").trim());

const SAYS_LAST = /刚|才|上面|上一?[条个次]|前面|前一|最后|最新|最近/u;

// What was filed in the same breath with which the card came back may be meant as well, and so may any record, where
// the card was only mentioned behind other answers. Otherwise the card is what was shown last.
function ofTheLast(
  dialog: Dialog,
  pending: Pending,
  words: string,
  said: Pick<Said, "at">,
  facts: Facts,
): Turn {
  const { filed = [], mentioned = 0 } = dialog;
  const wasOther = mentioned > 0 && SAYS_LAST.test(words) && facts.speaker.kind === "member";
  if (filed.length === 0 && !wasOther) return putAside(dialog, pending, said, facts);
  const thing = pending.at === "leave" ? null : toThing(pending);
  const asked = { kind: "open.which-last", card: pending.card, thing, numbers: filed } as const;
  if (filed.length > 0) return say(dialog, asked);
  return { next: dialog, replies: [asked], request: { do: "report.which", like: {} } };
}

function putAside(dialog: Dialog, pending: Pending, said: Pick<Said, "at">, facts: Facts): Turn {
  if (isUnfinished(pending)) return dropUnfinished(dialog, pending);
  if (pending.at === "sure")
    return say(without(dialog, pending.card), { kind: "sure.dropped", of: pending.question.kind });
  return dropCard(dialog, pending, said, facts, true);
}
