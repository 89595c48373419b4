import type { Sql } from "postgres";
import { type Deputy, householdsOf } from "./deputies.ts";
import type { Sent } from "./wire.ts";

/** What an independent reader finds, from the network's log and the tables of records alone. */
export type Verdict = {
  readonly reports: number;
  readonly recordsLost: number;
  readonly recordsDoubled: number;
  readonly repliesMissing: number;
  readonly repliesTooMany: number;
  readonly outOfOrder: number;
  /** Sends of a message beyond its first. */
  readonly repeats: number;
  /** Sends that do not say 可能重复, beyond one for each message. */
  readonly repeatsUnmarked: number;
};

const MARK = "可能重复";

/** A record as the tables have it. */
export type Kept = { readonly conversation: string; readonly number: string; readonly households: number };

/** The records of deputies, from the tables alone. */
export const listKept = (sql: Sql, deputies: readonly Deputy[]): Promise<readonly Kept[]> => sql<Kept[]>`
  select a.conversation, r.number, (r.counts->>'households')::int as households
  from duty_records r join accounts a on a.person_id = r.person_id
  where a.conversation = any(${deputies.map((one) => one.conversation)}::text[])`;

/** Compares what deputies said with what was kept and what they were answered. */
export function check(kept: readonly Kept[], log: readonly Sent[], deputies: readonly Deputy[]): Verdict {
  const records = Map.groupBy(kept, (row) => row.conversation);
  const sends = Map.groupBy(log, (sent) => sent.conversation);
  const total = { recordsLost: 0, recordsDoubled: 0, repliesMissing: 0, repliesTooMany: 0, outOfOrder: 0 };
  for (const deputy of deputies) {
    const own = records.get(deputy.conversation) ?? [];
    const found = Map.groupBy(own, (row) => row.households);
    for (let report = 1; report <= deputy.confirmed; report += 1) {
      const times = found.get(householdsOf(report))?.length ?? 0;
      total.recordsLost += times === 0 ? 1 : 0;
      total.recordsDoubled += Math.max(0, times - 1);
    }
    const heard = readReplies(sends.get(deputy.conversation) ?? [], own);
    const expected = Array.from({ length: deputy.confirmed }, (_, index) => [
      `card ${householdsOf(index + 1)}`,
      `receipt ${householdsOf(index + 1)}`,
    ]).flat();
    total.repliesMissing += expected.filter((one) => !heard.includes(one)).length;
    total.repliesTooMany += heard.filter((one) => !expected.includes(one)).length;
    total.outOfOrder += heard.filter((one, index) => one !== expected[index]).length > 0 ? 1 : 0;
  }
  return { reports: deputies.reduce((sum, one) => sum + one.confirmed, 0), ...total, ...countRepeats(log) };
}

// Each message once, in the order in which it first arrived, named by what it is about.
function readReplies(sends: readonly Sent[], own: readonly Kept[]): string[] {
  const first = new Map<string, Sent>();
  for (const sent of sends) if (!first.has(sent.key)) first.set(sent.key, sent);
  return [...first.values()].map((sent) => {
    if (sent.kind === "report.card") return `card ${/(\d+)户/u.exec(sent.text)?.[1]}`;
    const record = own.find((row) => row.number === sent.number);
    return record === undefined ? `${sent.kind} ${sent.key}` : `receipt ${record.households}`;
  });
}

function countRepeats(log: readonly Sent[]): { repeats: number; repeatsUnmarked: number } {
  const byKey = [...Map.groupBy(log, (sent) => sent.key).values()];
  const unmarked = byKey.map((sends) => sends.filter((sent) => !sent.text.includes(MARK)).length);
  return {
    repeats: log.length - byKey.length,
    repeatsUnmarked: unmarked.reduce((sum, one) => sum + Math.max(0, one - 1), 0),
  };
}
