import type { Tx } from "#db/client.ts";
import { countDone } from "#db/queries/done.ts";
import { listSubmitted } from "#db/queries/figures/own.ts";
import { listOwn, type OwnRow } from "#db/queries/submissions.ts";
import { isDutyKind } from "#src/domain/duty-kind.ts";
import { periodNamed, periodOf } from "#src/domain/duty-period.ts";
import { type Expected, expectedOf } from "#src/domain/figures/expected.ts";
import { waitedSince } from "#src/domain/figures/waited-since.ts";
import { isInOffice } from "#src/domain/mandate-on.ts";
import type { OwnObligation } from "#src/domain/requests/obligation.ts";
import type { World } from "#src/domain/rules.ts";
import type { Grant } from "../gate.ts";

const LEVELS = ["district", "township"] as const;

type Level = (typeof LEVELS)[number];
type Asked = Expected & { readonly level: Level };
type Line = OwnRow & { readonly missing?: number };

/**
 * What the speaker owes, whoever asks for it and in whatever words: what is written down and not accepted yet, with
 * what the periods that today lies in ask for by the records of this moment. What two congresses ask for alike is named
 * once: of records, one deed counts for both. Soonest first.
 */
export async function listOwedBy(tx: Tx, grant: Grant, world: World): Promise<OwnObligation[]> {
  const asked: Asked[] = [];
  for (const level of LEVELS) asked.push(...(await askedIn(tx, grant, level, world)));
  const written = await listOwn(tx, grant.personId, world.today);
  const before = await countBefore(
    tx,
    grant,
    written.filter((row) => !asked.some((one) => isSame(one, row))),
    world,
  );
  const stands = written.flatMap((row): Line[] => {
    const now = asked.find((one) => isSame(one, row)) ?? before.get(row);
    if (now === undefined || row.state === "submitted") return [row];
    return now.missing > 0 ? [{ ...row, ...amountOf(now) }] : [];
  });
  const unwritten = asked
    .filter((one) => one.missing > 0 && !written.some((row) => isSame(one, row)))
    .map((one): Line => ({ ...one, ...amountOf(one), state: "open" }));
  return namedOnce([...stands, ...unwritten]).map(toOwn);
}

/** How much is missing of what records fulfil and was due in a period before this one. */
async function countBefore(
  tx: Tx,
  { personId }: Grant,
  rows: readonly OwnRow[],
  world: World,
): Promise<ReadonlyMap<OwnRow, Pick<Asked, "counted" | "missing">>> {
  const asked = rows.flatMap((row) => {
    const needs = world.policy.obligations[row.rule]?.needs;
    const period = periodNamed(row.period);
    return needs !== undefined && "records" in needs && period !== undefined ? [{ row, needs, period }] : [];
  });
  if (asked.length === 0) return new Map();
  const done = await countDone(
    tx,
    asked.map(({ row: { level }, period: { from, to } }) => ({ personId, level, from, to })),
    waitedSince(world),
  );
  return new Map(
    asked.map(({ row, needs }, nth) => {
      const times = needs.records.filter(isDutyKind).reduce((sum, kind) => sum + (done[nth]?.[kind] ?? 0), 0);
      return [row, { counted: true, missing: needs.at_least - times }];
    }),
  );
}

const isSame = (one: Asked, row: OwnRow): boolean =>
  one.rule === row.rule && one.period === row.period && one.level === row.level;

const amountOf = ({ counted, missing }: Pick<Asked, "counted" | "missing">): { missing?: number } =>
  counted ? { missing } : {};

const toOwn = ({ title, dueOn, state, missing }: Line): OwnObligation => ({
  title,
  dueOn,
  state,
  ...(missing === undefined ? {} : { missing }),
});

// Of two alike the one that asks for more stands, and what is still to be handed in before what waits.
function namedOnce(lines: readonly Line[]): Line[] {
  const weight = ({ state, missing = 0 }: Line): number => (state === "submitted" ? -1 : missing);
  const best = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.dueOn} ${line.title}`;
    const other = best.get(key);
    if (other === undefined || weight(line) > weight(other)) best.set(key, line);
  }
  return [...best.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

async function askedIn(tx: Tx, { personId, mandates }: Grant, level: Level, world: World): Promise<Asked[]> {
  const { policy, today } = world;
  const seats = mandates.filter((one) => one.level === level);
  if (!seats.some((one) => isInOffice(one, today))) return [];
  const kinds = ["calendar_year", "half_year", "quarter"] as const;
  const periods = kinds.map((kind) => periodOf(kind, today));
  const done = await countDone(
    tx,
    periods.map(({ from, to }) => ({ personId, level, from, to })),
    waitedSince(world),
  );
  const doneIn = new Map(periods.map(({ from, to }, nth) => [`${from} ${to}`, done[nth] ?? {}]));
  const expected = expectedOf(policy, seats, today, {
    countOf: (wanted, { from, to }) =>
      wanted.filter(isDutyKind).reduce((sum, kind) => sum + (doneIn.get(`${from} ${to}`)?.[kind] ?? 0), 0),
    submitted: await listSubmitted(tx, personId, level),
  });
  return expected.map((one) => ({ ...one, level }));
}
