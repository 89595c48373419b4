import type { TermLine } from "#test/oracle/attendance.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
export function sequenceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Next = (below: number) => number;
type Activity = TermLine["activities"][number];

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2021-11-01") / DAY_MS;
const DAYS = 5 * 365;
const isoDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
const pick = <T>(next: Next, from: readonly [T, ...T[]]): T => from[next(from.length)] ?? from[0];

// Leap days, year ends and the days a year around them come up more often than chance would have them.
const EDGES = ["2023-02-28", "2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01", "2022-12-31"] as const;
const dayOf = (next: Next): string =>
  next(4) > 0
    ? isoDay(FIRST + next(DAYS))
    : isoDay(Date.parse(pick(next, EDGES)) / DAY_MS + pick(next, [-366, -365, 0, 1, 365, 366]));

function spans(next: Next, most: number): { from: string; to?: string }[] {
  return Array.from({ length: next(most + 1) }, () => {
    const [a, b] = [dayOf(next), dayOf(next)].sort();
    return next(4) === 0 ? { from: a ?? "" } : { from: a ?? "", to: b ?? "" };
  });
}

const LEAVES = ["approved", "pending", "refused"] as const;
function activity(next: Next, index: number): Activity {
  const leave = next(3) === 0 ? pick(next, LEAVES) : undefined;
  return {
    id: `活-${String(index).padStart(2, "0")}`,
    kind: pick(next, ["group_activity", "group_activity", "congress_session", "training"]),
    date: dayOf(next),
    final: next(10) > 0,
    status: pick(next, ["absent", "absent", "absent", "leave", "present", "late", "left_early"]),
    notified: next(10) > 0,
    ...(leave === undefined ? {} : { leave }),
  };
}

/** A deputy's term: mandates with gaps and by-elections, suspensions, leave, activities in any order. */
export function termFrom(next: Next, id: number): TermLine {
  const whole = [{ from: "2021-11-01" }];
  return {
    id,
    asOf: next(3) === 0 ? dayOf(next) : "2026-10-31",
    mandates: next(2) === 0 ? whole : spans(next, 3),
    suspensions: next(2) === 0 ? [] : spans(next, 2),
    activities: Array.from({ length: next(20) }, (_, index) => activity(next, index)),
  };
}

/** The same term after staff corrected one register. */
export function correctedBy(next: Next, line: TermLine): TermLine {
  const at = next(Math.max(1, line.activities.length));
  const status = pick<Activity["status"]>(next, ["absent", "present", "leave"]);
  return {
    ...line,
    activities: line.activities.map((one, index) => (index === at ? { ...one, status, final: true } : one)),
  };
}
