import type { Tx } from "#db/client.ts";
import { countDone } from "#db/queries/done.ts";
import { listSubmitted } from "#db/queries/figures/own.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { periodOf } from "#src/domain/duty-period.ts";
import { expectedOf } from "#src/domain/figures/expected.ts";
import type { Expected } from "#src/domain/figures/figure-view.ts";
import { isInOffice } from "#src/domain/mandate-on.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

const LEVELS = ["district", "township"] as const;

/**
 * What the speaker still owes for the periods that today lies in, in each congress where he or she sits. What two
 * congresses ask for alike is named once: of records, one deed counts for both.
 */
export async function listExpected(tx: Tx, grant: Grant, world: World): Promise<Expected[]> {
  const found: Expected[] = [];
  for (const level of LEVELS) found.push(...(await expectedIn(tx, grant, level, world)));
  const nothingAlike = (one: Expected): boolean =>
    !found.some((other) => other.title === one.title && other.dueOn === one.dueOn && isBefore(other, one));
  const isBefore = (other: Expected, one: Expected): boolean =>
    other.missing > one.missing ||
    (other.missing === one.missing && found.indexOf(other) < found.indexOf(one));
  return found.filter(nothingAlike).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

async function expectedIn(
  tx: Tx,
  { personId, mandates }: Grant,
  level: (typeof LEVELS)[number],
  { policy, today }: World,
): Promise<Expected[]> {
  const seats = mandates.filter((one) => one.level === level);
  if (!seats.some((one) => isInOffice(one, today))) return [];
  const kinds = ["calendar_year", "half_year", "quarter"] as const;
  const periods = kinds.map((kind) => periodOf(kind, today));
  const done = await countDone(
    tx,
    periods.map(({ from, to }) => ({ personId, level, from, to })),
  );
  const doneIn = new Map(periods.map(({ from, to }, nth) => [`${from} ${to}`, done[nth] ?? {}]));
  return expectedOf(policy, seats, today, {
    countOf: (asked, { from, to }) =>
      asked.filter(isDutyKind).reduce((sum, kind) => sum + (doneIn.get(`${from} ${to}`)?.[kind] ?? 0), 0),
    submitted: await listSubmitted(tx, personId, level),
  });
}
