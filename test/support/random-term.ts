import * as fc from "fast-check";
import type { TermLine } from "#test/oracle/attendance.ts";

const isoDay = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
const numberOf = (day: string): number => Date.parse(day) / 86_400_000;
const LETTERS = "abcdefghijklmnop".split("");
const EDGES = [
  "2023-02-28",
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2025-02-28",
  "2023-12-31",
  "2025-01-01",
];

/** Days of some years, crowded around leap days, year ends and a year before or after them. */
const day = fc.oneof(
  fc.integer({ min: numberOf("2022-06-01"), max: numberOf("2026-06-30") }).map(isoDay),
  fc
    .tuple(
      fc.constantFrom(...EDGES),
      fc.integer({ min: -1, max: 1 }),
      fc.constantFrom(-366, -365, 0, 365, 366),
    )
    .map(([edge, near, far]) => isoDay(numberOf(edge) + near + far)),
);

const span = fc
  .tuple(day, fc.option(day, { nil: undefined, freq: 3 }))
  .map(([a, b]) => (b === undefined ? { from: a } : a <= b ? { from: a, to: b } : { from: b, to: a }));

const likely = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);

const activity = fc.record(
  {
    kind: fc.constantFrom("group_activity", "group_activity", "congress_session", "training", "inspection"),
    date: day,
    final: likely,
    status: fc.constantFrom("absent", "absent", "absent", "absent", "leave", "present", "late", "left_early"),
    leave: fc.constantFrom("approved", "pending", "refused"),
    notified: likely,
  },
  { requiredKeys: ["kind", "date", "final", "status", "notified"] },
);

const activities = fc
  .tuple(fc.array(activity, { maxLength: 16 }), fc.shuffledSubarray(LETTERS, { minLength: LETTERS.length }))
  .map(([all, letters]) => all.map((one, index) => Object.assign(one, { id: `活-${letters[index]}` })));

/** A deputy's term: mandates with gaps and overlaps, suspensions, leave, activities out of order. */
export const randomTerm: fc.Arbitrary<TermLine> = fc.record({
  id: fc.nat(),
  asOf: fc.oneof(fc.constant("2026-06-30"), day),
  mandates: fc.oneof(
    fc.constant([{ from: "2022-01-01" }]),
    fc.constant([{ from: "2022-01-01", to: "2024-02-29" }, { from: "2024-03-01" }]),
    fc.array(span, { maxLength: 3 }),
  ),
  suspensions: fc.oneof(fc.constant([]), fc.array(span, { maxLength: 2 })),
  activities,
});
