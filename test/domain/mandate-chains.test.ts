import { expect, test } from "vitest";
import { joinMandates } from "#src/domain/attendance/join-mandates.ts";
import type { HeldSpan } from "#src/domain/mandate-chains.ts";
import type { PlannedMandate } from "#src/domain/roster/roster-plan.ts";
import type { SeatFacts } from "#src/domain/roster/roster-state.ts";
import { seatChains } from "#src/domain/roster/seat-chains.ts";
import { toldRests } from "#src/actions/roster/told-rests.ts";

const held = (from: string, to: string | null, more: Partial<HeldSpan> = {}): HeldSpan => ({
  from,
  to,
  term: "第十八届",
  status: "active",
  ...more,
});

const OLD = held("2021-12-20", "2026-05-31");

test.each<readonly [string, readonly HeldSpan[], number]>([
  ["a transfer goes on", [OLD, held("2026-06-01", null)], 1],
  ["the term is one, however it is written", [OLD, held("2026-06-01", null, { term: "十八届" })], 1],
  ["a day between ends it", [OLD, held("2026-06-02", null)], 2],
  ["another term is another mandate", [OLD, held("2026-06-01", null, { term: "第十九届" })], 2],
  ["what follows a resignation is another", [{ ...OLD, status: "resigned" }, held("2026-06-01", null)], 2],
  ["or a termination", [{ ...OLD, status: "terminated" }, held("2026-06-01", null)], 2],
  [
    "what was undone stands between none",
    [OLD, held("2026-06-01", "2026-05-31"), held("2026-06-01", null)],
    1,
  ],
])("of a deputy's seats, %s", (_what, seats, count) => {
  expect(joinMandates(seats)).toHaveLength(count);
  const planned = seats.map((one, id): PlannedMandate => ({ id, ...PLANNED, after: { ...SEAT, ...one } }));
  const isOne = seatChains(planned).some(
    (chain) => chain[0]?.id === 0 && chain.at(-1)?.id === seats.length - 1,
  );
  expect(isOne).toBe(count === 1);
});

const PLANNED = { before: null, row: null, begins: null } as const;
const SEAT = {
  personId: 1,
  level: "district",
  constituency: null,
  groupId: null,
  townshipId: null,
  stationId: null,
} as const;

test("a deputy suspended in two terms by one file is told of each with the seats of its own term", () => {
  const seat = (more: Partial<SeatFacts>): SeatFacts => ({ ...SEAT, ...held("2021-12-20", null), ...more });
  const seats = new Map([
    [1, seat({ from: "2021-12-20", to: "2026-05-31" })],
    [2, seat({ from: "2026-06-01", to: "2026-12-19", term: "十八届" })],
    [3, seat({ from: "2026-12-20", term: "第十九届" })],
  ]);
  const rest = { to: null, change: "new", isAlong: false } as const;
  const told = toldRests(
    [
      { ...rest, mandateId: 1, from: "2026-05-20" },
      { ...rest, mandateId: 2, from: "2026-06-01", isAlong: true },
      { ...rest, mandateId: 3, from: "2027-01-10" },
    ],
    seats,
  );
  expect(told.map(({ id, along }) => [id, along.map(({ from }) => from)])).toEqual([
    [1, ["2026-06-01"]],
    [3, []],
  ]);
});
