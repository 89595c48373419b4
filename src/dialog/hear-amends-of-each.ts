import type { Facts } from "#src/domain/facts.ts";
import type { AmendRequest } from "#src/domain/requests/report.ts";
import { toAmendRequest } from "./amend-named.ts";
import { type AmendOfOne, amendsOfEach } from "./amends-of-each.ts";
import { withCorrection } from "./corrected.ts";
import type { Dialog, ReportCard, Turn } from "./dialog.ts";
import { findItemNamed } from "./item-named.ts";
import { itemsMeant } from "./items-meant.ts";
import { present, type Said, view } from "./topics/report.ts";
import { focus, say } from "./turns.ts";

/** A message that puts right more than this is asked to come in pieces. */
const MOST = 3;

/**
 * What puts right several records, each named: what the card in view shows is put right there, and what is filed one
 * after another. Undefined for all else.
 */
export function hearAmendsOfEach(
  dialog: Dialog,
  card: ReportCard | undefined,
  { text, at }: Said,
  facts: Facts,
): Turn | undefined {
  const amends = amendsOfEach(text, facts, at);
  if (amends === undefined) return undefined;
  if (amends.length > MOST) return say(dialog, { kind: "report.not-read", field: "text", filed: true });
  const isOnCard = ({ words }: AmendOfOne): boolean =>
    card !== undefined && findItemNamed(card, words, facts) !== undefined;
  const onCard = amends.filter(isOnCard);
  const [first, ...others] = amends
    .filter((one) => !isOnCard(one))
    .map(({ named, amendment }) => toAmendRequest(dialog, named, amendment));
  const shown =
    card === undefined || onCard.length === 0 ? say(dialog) : correctEach(dialog, card, onCard, facts);
  if (first === undefined) return shown;
  return { next: amending(shown.next, others), replies: shown.replies, request: first };
}

const amending = (dialog: Dialog, left: readonly AmendRequest[]): Dialog =>
  left.length === 0 ? dialog : { ...dialog, amending: left };

// What may be of two of its items is asked, once all else is put right.
function correctEach(dialog: Dialog, card: ReportCard, amends: readonly AmendOfOne[], facts: Facts): Turn {
  let done = card;
  let unclear: { readonly items: readonly number[]; readonly amend: AmendOfOne } | undefined;
  for (const amend of amends) {
    const { words, amendment } = amend;
    const named = findItemNamed(card, words, facts)?.item;
    const items = named === undefined ? itemsMeant(card, amendment, words, facts) : [named];
    const [item = 0, another] = items;
    if (another === undefined) done = withCorrection(done, item, amendment, facts.today);
    else unclear = { items, amend };
  }
  if (unclear === undefined) return present(dialog, done, facts, card);
  const { items, amend } = unclear;
  return say(focus(dialog, done), {
    kind: "report.which-item",
    ...view(done, facts),
    items,
    amendment: amend.amendment,
  });
}
