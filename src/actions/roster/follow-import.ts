import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertMandateChanges, moveSeats } from "#db/queries/mandate-changes.ts";
import { bareTerm } from "#src/domain/bare-term.ts";
import { addDays } from "#src/domain/day.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import type { News } from "#src/domain/news.ts";
import type { PlannedMandate } from "#src/domain/roster/roster-plan.ts";
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
  await moveSeats(tx, findMoves(compared, ids));
  await trace(tx, plan.mandates, ids, world);
  const people = new Set(plan.mandates.map((one) => ids.person(one.after.personId)));
  const owners = new Map(compared.state.mandates.map((one) => [one.id, one.personId]));
  for (const id of rested) people.add(owners.get(id) ?? 0);
  const news = importNews(compared, ids, world);
  for (const some of inChunks([...people])) news.push(...(await callLate(tx, some, world)));
  for (const some of inChunks(mandates)) news.push(...(await judgeAbsences(tx, some, world)));
  return news;
}

function findMoves({ plan, state }: Compared, ids: AddedIds) {
  const moved = plan.mandates.filter((one) => one.begins === "transfer");
  if (moved.length === 0) return [];
  const keyOf = ({ personId, level, term }: PlannedMandate["after"], lastDay: string | null): string =>
    `${personId} ${level} ${bareTerm(term)} ${lastDay}`;
  const ended = new Map([
    ...state.mandates.map((one) => [keyOf(one, one.to), one.id] as const),
    ...plan.mandates.map((one) => [keyOf(one.after, one.after.to), one.id] as const),
  ]);
  return moved.flatMap(({ id, after }) => {
    const old = ended.get(keyOf(after, addDays(after.from, -1)));
    return old === undefined ? [] : [{ oldId: ids.mandate(old), newId: ids.mandate(id), on: after.from }];
  });
}

async function trace(
  tx: Tx,
  mandates: readonly PlannedMandate[],
  ids: AddedIds,
  { now, today }: World,
): Promise<void> {
  for (const some of inChunks(mandates)) {
    await insertMandateChanges(
      tx,
      some.map(({ id, before, after }) => ({
        mandateId: ids.mandate(id),
        change: "import" as const,
        onDay: today,
        before: before === null ? null : inWords(before),
        after: inWords(after),
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

// Ids and days only: names of people and places are in their own tables.
const inWords = ({ status, from, to, townshipId, groupId }: PlannedMandate["after"]): string =>
  [status, from, to ?? "", townshipId ?? "", groupId ?? ""].join(" ");
