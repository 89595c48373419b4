import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { goOnWith, insertMandateChanges, moveSeats } from "#db/queries/mandate-changes.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import type { News } from "#src/domain/news.ts";
import type { PlannedMandate, PlannedRest, RosterPlan } from "#src/domain/roster/roster-plan.ts";
import type { Ref, SeatFacts } from "#src/domain/roster/roster-state.ts";
import type { World } from "#src/domain/rules.ts";
import { judgeAbsences } from "../absences/judge-absences.ts";
import { callLate } from "../mandates/call-late.ts";
import type { AddedIds } from "./apply-roster.ts";
import type { Compared } from "./import-roster.ts";
import { importNews } from "./import-news.ts";

/** Lets everything follow a changed roster that follows a change by chat, and traces it. */
export async function followImport(tx: Tx, compared: Compared, ids: AddedIds, world: World): Promise<News[]> {
  const { plan } = compared;
  const rested = plan.rests.map((one) => one.mandateId);
  const mandates = [...new Set([...plan.mandates.map((one) => one.id), ...rested].map(ids.mandate))];
  const { within, again } = findMoves(compared, ids);
  const moved = new Map([
    ...(await moveSeats(tx, within, world.zone)),
    ...(await goOnWith(tx, again, world.zone)),
  ]);
  await trace(tx, plan, ids, world);
  const people = new Set(plan.mandates.map((one) => ids.person(one.after.personId)));
  const owners = new Map(compared.state.mandates.map((one) => [one.id, one.personId]));
  for (const id of rested) {
    const owner = owners.get(id);
    // That of a mandate which comes with the file is among those above.
    if (owner !== undefined) people.add(owner);
  }
  const news = importNews(compared, ids, moved, world);
  for (const some of inChunks([...people])) news.push(...(await callLate(tx, some, world)));
  for (const some of inChunks(mandates)) news.push(...(await judgeAbsences(tx, some, world)));
  return news;
}

// A seat begins anew where somebody moves, in a new term, or elected again: it goes on from the one held last.
function findMoves({ plan, state }: Compared, ids: AddedIds) {
  const begun = plan.mandates.filter((one) => one.begins !== null);
  if (begun.length === 0) return { within: [], again: [] };
  const keyOf = ({ personId, level }: SeatFacts): string => `${personId} ${level}`;
  const all = new Map<Ref, SeatFacts & { readonly id: Ref }>(state.mandates.map((one) => [one.id, one]));
  for (const { id, after } of plan.mandates) all.set(id, { ...after, id });
  const held = Map.groupBy(all.values(), keyOf);
  const moves = begun.flatMap(({ id, after, begins }) => {
    const before = (held.get(keyOf(after)) ?? []).filter(({ to }) => to !== null && to < after.from);
    const [old] = before.sort((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1));
    if (old === undefined) return [];
    return [{ begins, oldId: ids.mandate(old.id), newId: ids.mandate(id), on: after.from }];
  });
  return {
    within: moves.filter((one) => one.begins === "transfer"),
    again: moves.filter((one) => one.begins !== "transfer"),
  };
}

async function trace(
  tx: Tx,
  { mandates, rests }: RosterPlan,
  ids: AddedIds,
  { now, today }: World,
): Promise<void> {
  const changed = new Set(mandates.map(({ id }) => id));
  const lines = [
    ...mandates.map(({ id, before, after }) => ({
      id,
      before: before === null ? null : inWords(before),
      after: inWords(after),
    })),
    // A seat of which only a suspension changed; one line says so where several did.
    ...[...Map.groupBy(rests, ({ mandateId }) => mandateId)]
      .filter(([id]) => !changed.has(id))
      .map(([id, some]) => ({ id, before: null, after: some.map(restInWords).join(", ") })),
  ];
  for (const some of inChunks(lines)) {
    await insertMandateChanges(
      tx,
      some.map(({ id, before, after }) => ({
        mandateId: ids.mandate(id),
        change: "import" as const,
        onDay: today,
        before,
        after,
        at: now,
      })),
    );
    const line = { at: now, actorId: null, action: "mandate.import", subject: "mandate" };
    await insertAudit(
      tx,
      some.map(({ id }) => ({ ...line, subjectId: ids.mandate(id) })),
    );
  }
}

const restInWords = ({ change, from, to }: PlannedRest): string => `suspension ${change} ${from} ${to ?? ""}`;

// Ids and days only: names of people and places are in their own tables.
const inWords = ({ status, from, to, townshipId, groupId }: PlannedMandate["after"]): string =>
  [status, from, to ?? "", townshipId ?? "", groupId ?? ""].join(" ");
