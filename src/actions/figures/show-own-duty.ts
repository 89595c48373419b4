import type { Tx } from "#db/client.ts";
import { countStored } from "#db/queries/figures/stored.ts";
import { listConversations } from "#db/queries/conversations.ts";
import type { AccountAddress } from "#src/domain/requests/account.ts";
import type { CountedFilter } from "#db/queries/figures/counted.ts";
import { listOwnCases } from "#db/queries/figures/own.ts";
import { countTally, countTallyByKind } from "#db/queries/figures/tallies.ts";
import { monthAround, yearAround } from "#src/domain/figures/figure-period.ts";
import type { FigureOutcome, FigureRequest } from "#src/domain/requests/figures.ts";
import type { World } from "#src/domain/rules.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import type { Grant } from "../gate.ts";
import { listOwedBy } from "../obligations/list-owed-by.ts";
import { span, toPage } from "./frame.ts";

/** A deputy's own duty: this year and month, by kind, and what is still expected. */
export async function showOwnDuty(
  tx: Tx,
  grant: Grant,
  _request: FigureRequest,
  world: World,
): Promise<FigureOutcome> {
  const { today } = world;
  const filter = ownFilter(grant, world);
  const { tally: year, byKind } = await countTallyByKind(tx, filter);
  const month = await countTally(tx, { ...filter, ...monthAround(today) });
  const expected = await listOwedBy(tx, grant, world);
  return {
    of: "figures.shown",
    view: { kind: "figures.own-duty", year, month, byKind, expected, today },
    basis: { ...yearAround(today), own: true },
  };
}

const ownFilter = (grant: Grant, world: World): CountedFilter => ({
  ...yearAround(world.today),
  whose: { personId: grant.personId },
  waitedSince: waitedSince(world),
});

/** The assessment opens at a later stage: until then the duty done is what can be said of it. */
export async function showOwnScore(
  tx: Tx,
  grant: Grant,
  _request: FigureRequest,
  world: World,
): Promise<FigureOutcome> {
  const year = await countTally(tx, ownFilter(grant, world));
  const basis = { ...yearAround(world.today), own: true } as const;
  return { of: "figures.shown", view: { kind: "figures.score-closed", year, today: world.today }, basis };
}

/** Opinions and suggestions the speaker brought, with where each stands. */
export async function showOwnCases(
  tx: Tx,
  grant: Grant,
  { page }: Extract<FigureRequest, { do: "figures.own-cases" }>,
  { today }: World,
): Promise<FigureOutcome | "not-bound"> {
  if (grant.actorId === null) return "not-bound";
  const { cases, total } = await listOwnCases(tx, grant.actorId, span(page));
  return {
    of: "figures.shown",
    view: { kind: "figures.own-cases", cases: toPage(cases, page, total), today },
  };
}

/** What is stored about the speaker (Personal Information Protection Law art. 44 and 45: to know, to look up). */
export async function showOwnData(
  tx: Tx,
  grant: Grant,
  { policy, today, account }: World & { readonly account: AccountAddress },
): Promise<FigureOutcome> {
  const { actorId: personId } = grant;
  const conversations = personId === null ? [account.conversation] : await listConversations(tx, [personId]);
  const stored = await countStored(tx, { personId, conversations });
  const periods = policy.retention;
  return { of: "figures.shown", view: { kind: "figures.own-data", stored, periods, today } };
}
