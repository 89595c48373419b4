import type { Tx } from "#db/client.ts";
import { listDialogs } from "#db/queries/dialogs.ts";
import { goOn } from "#src/dialog/coming-back.ts";
import type { Dialog, Turn } from "#src/dialog/dialog.ts";
import { step } from "#src/dialog/step.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { News } from "#src/domain/news.ts";
import type { Outcome } from "#src/domain/request.ts";
import { together } from "#src/kernel/together.ts";
import type { Reply } from "#src/text/reply.ts";
import { withoutUnseen } from "./not-asked.ts";
import { openDialog } from "./open-dialog.ts";
import { perform, type PerformParts } from "./perform.ts";

const goesOn = (outcome: Outcome): boolean => outcome.of === "account.bind" && outcome.goesOn === true;

// What the person had begun under an id that is gone was moved here by the binding.
async function begunHere(tx: Tx, { vault }: PerformParts, { account }: Facts): Promise<Dialog> {
  const { conversation } = account;
  return openDialog(vault, (await listDialogs(tx, [conversation])).get(conversation));
}

/** A conversation never asks for more than this many things before it has words. */
const MOST_REQUESTS = 4;

/** Where a conversation stands after a message, all it has to say, and what others are to be told. */
export type Conversed = {
  readonly after: Dialog;
  readonly replies: readonly Reply[];
  readonly news: readonly News[];
};

/** Performs what a turn asks for and feeds each outcome back into the conversation, until only words are left. */
async function converse(tx: Tx, parts: PerformParts, first: Turn, facts: Facts): Promise<Conversed> {
  let turn = first;
  const replies: Reply[] = [...first.replies];
  const news: News[] = [];
  for (let asked = 0; turn.request !== undefined; asked += 1) {
    if (asked === MOST_REQUESTS) throw new TypeError(`a conversation asks without end: ${turn.request.do}`);
    const performed = await perform(tx, parts, turn.request, facts);
    const heard = step(turn.next, { kind: "outcome", outcome: performed.outcome }, facts);
    turn = goesOn(performed.outcome) ? goOn(heard, await begunHere(tx, parts, facts), facts) : heard;
    news.push(...performed.news);
    replies.push(...turn.replies);
  }
  return withoutUnseen({ after: turn.next, replies, news }, facts);
}

type Opening = { readonly turn: Turn; readonly facts: Facts };

/**
 * Converses for a batch of conversations. Filing a report decides by nothing that another person's can change, so
 * those, and those that ask for nothing, share their round trips; all others take their turn one after another.
 */
export async function converseAll<T extends Opening>(
  tx: Tx,
  parts: PerformParts,
  openings: readonly T[],
): Promise<(T & Conversed)[]> {
  const one = async (opening: T): Promise<T & Conversed> => ({
    ...opening,
    ...(await converse(tx, parts, opening.turn, opening.facts)),
  });
  const side = abreast(openings);
  const done = await together(side.map(one));
  for (const opening of openings) if (!side.includes(opening)) done.push(await one(opening));
  return done;
}

// Of somebody who files in two conversations at once, the second waits: it may be the same report.
function abreast<T extends Opening>(openings: readonly T[]): T[] {
  const filing = new Set<number>();
  return openings.filter(({ turn: { request }, facts: { speaker } }) => {
    if (request === undefined) return true;
    if (request.do !== "report.file" || request.onBehalf !== undefined || speaker.kind !== "member")
      return false;
    const first = !filing.has(speaker.personId);
    filing.add(speaker.personId);
    return first;
  });
}
