import type { Tx } from "#db/client.ts";
import type { Dialog, Turn } from "#src/dialog/dialog.ts";
import { step } from "#src/dialog/step.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { Reply } from "#src/text/reply.ts";
import { perform } from "./perform.ts";

/** A conversation never asks for more than this many things before it has words. */
const MOST_REQUESTS = 4;

/** Where a conversation stands after a message, and all it has to say. */
export type Conversed = { readonly after: Dialog; readonly replies: readonly Reply[] };

/** Performs what a turn asks for and feeds each outcome back into the conversation, until only words are left. */
export async function converse(tx: Tx, first: Turn, facts: Facts): Promise<Conversed> {
  let turn = first;
  const replies: Reply[] = [...first.replies];
  for (let asked = 0; turn.request !== undefined; asked += 1) {
    if (asked === MOST_REQUESTS) throw new TypeError(`a conversation asks without end: ${turn.request.do}`);
    const outcome = await perform(tx, facts.speaker, turn.request, facts);
    turn = step(turn.next, { kind: "outcome", outcome }, facts);
    replies.push(...turn.replies);
  }
  return { after: turn.next, replies };
}
