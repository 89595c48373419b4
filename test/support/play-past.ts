import { sql } from "drizzle-orm";
import { listAttendanceFacts } from "#db/queries/attendance-facts.ts";
import { countAttendance, tallyOf } from "#src/actions/figures/counted-attendance.ts";
import type { Meeting } from "#test/oracle/books.ts";
import { judgeBooks } from "#test/oracle/judged-books.ts";
import { isoDay, type PastHouse, pick, worldAt } from "./past-house.ts";
import { askLeave, come, decide } from "./past-leave.ts";
import { changeMandates, type LastChange, undoMandates } from "./past-mandates.ts";
import { cancel, move, publish, publishSession, telephone } from "./past-meetings.ts";
import { closeCase, decideObjection, forgetGone, object, openCases } from "./past-objections.ts";
import { checkIn, correct, finalise, listOver, register } from "./past-registers.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What happens before a meeting, and what after it. */
const BEFORE = [askLeave, askLeave, decide, decide, come, telephone, move, publish, lookAway, lookAway];
const AFTER = [askLeave, decide, decide, correct, correct, object, object, decideObjection, closeCase];

/**
 * Plays some meetings of a district, each with much that happens to one deputy before and after it; at the end
 * everything that was held is final.
 */
export async function playPast(house: PastHouse, episodes: number): Promise<void> {
  for (let nth = 0; nth < episodes; nth += 1) {
    await (house.next(3) === 0 ? publishSession : publish)(house);
    const meeting = [...house.books.meetings.values()].findLast(isAhead(house));
    const called = [...house.books.calls].filter(([, calls]) => calls.has(meeting?.number ?? ""));
    const [who = ""] = pick(house, called) ?? [];
    house.focus = { who, number: meeting?.session ?? meeting?.number ?? "" };
    const last = await playBefore(house, meeting?.start ?? house.now);
    if (meeting !== undefined && house.next(2) === 0) await checkIn(house, meeting);
    await playAfter(house, last);
  }
  house.now += 30 * DAY_MS;
  for (const one of listOver(house)) await register(house, one);
  for (const one of listOver(house)) await finalise(house, one);
  const late = [decide, correct, object, decideObjection, closeCase];
  for (let step = 0; step < 6; step += 1) {
    await pick(house, late)?.(house);
    forgetGone(house);
  }
}

const isAhead =
  ({ now }: PastHouse) =>
  ({ state, start }: Meeting): boolean =>
    state === "planned" && start > now;

async function playBefore(house: PastHouse, start: number): Promise<LastChange | null> {
  let last: LastChange | null = null;
  for (let step = 4 + house.next(5); step > 0 && house.now < start - DAY_MS; step -= 1) {
    pass(house, house.next(3) === 0 ? 1 : 0);
    const chance = house.next(10);
    if (chance < 3) last = (await changeMandates(house)) ?? last;
    else if (chance === 3 && last !== null) last = await undoMandates(house, last);
    else await pick(house, BEFORE)?.(house);
    forgetGone(house);
    if (house.next(25) === 0) await cancel(house);
  }
  return last;
}

async function playAfter(house: PastHouse, last: LastChange | null): Promise<void> {
  if (last !== null && house.next(3) === 0) await undoMandates(house, last);
  const ends = [...house.books.meetings.values()].filter(isAhead(house)).map((one) => one.start);
  if (house.next(5) > 0) pass(house, Math.ceil((Math.max(house.now, ...ends) - house.now) / DAY_MS));
  for (let step = 4; step > 0; step -= 1) {
    pass(house, house.next(2));
    if (step === 3) for (const one of listOver(house).slice(0, 4)) await register(house, one);
    else if (house.next(8) === 0) await changeMandates(house);
    else await pick(house, AFTER)?.(house);
    forgetGone(house);
  }
}

/** For a while no message reaches somebody. */
function lookAway(house: PastHouse): Promise<void> {
  if (house.silent.size > 0) house.silent.clear();
  else house.silent.add(house.focus.who);
  return Promise.resolve();
}

// Some minutes or days, always by day: what is said goes out at once.
function pass(house: PastHouse, days: number): void {
  const morning = Date.parse(`${isoDay(house.now)}T10:00:00+08:00`);
  const later = house.now + 61_000 * (1 + house.next(40));
  house.now = days > 0 || later > morning + 9 * HOUR_MS ? morning + Math.max(1, days) * DAY_MS : later;
}

type Row = { name: string; line: string };

/** What the program has made of it, by deputy: the notices that stand, the figures, and what the registers say. */
export async function judgedByProgram(house: PastHouse): Promise<Record<string, unknown>> {
  const { tx, books } = house;
  const world = worldAt(house);
  const notices = await tx.execute<Row>(sql`
    select p.name, concat_ws(' ', a.number, n.rule, n.level) line from absence_notices n
      join activities a on a.id = n.activity_id join people p on p.id = n.person_id where n.withdrawn_at is null
    order by 2`);
  const open = await tx.execute<Row>(sql`
    select p.name, concat_ws(' ', a.number, n.rule, n.level) line from absence_notices n
      join activities a on a.id = n.activity_id join people p on p.id = n.person_id
    where n.withdrawn_at is null and n.strike and n.handled_at is null`);
  const marks = await tx.execute<Row>(sql`
    select p.name, concat_ws(' ', a.number, t.status) line from attendances t join activities a on a.id = t.activity_id
      join people p on p.id = t.person_id where a.state <> 'cancelled' order by 2`);
  const seats = await tx.execute<{ id: string }>(sql`select id::text from mandates order by id`);
  const ids = seats.map((one) => Number(one.id));
  const facts = await listAttendanceFacts(tx, ids);
  const counted = countAttendance(facts, new Set(ids), { from: "2026-01-01", to: "2028-12-31" }, world);
  const linesOf = (rows: readonly Row[], who: string) =>
    rows.filter((one) => one.name === who).map((one) => one.line);
  const toFound = (who: string) => [
    who,
    {
      notices: linesOf(notices, who).sort(),
      cases: linesOf(open, who).sort(),
      tally: tallyOf(counted.filter((one) => one.name === who)),
      marks: linesOf(marks, who).sort(),
    },
  ];
  return Object.fromEntries([...books.seats.keys()].map(toFound));
}

/** The same by the books. */
export function judgedByHand(house: PastHouse): Record<string, unknown> {
  const { books, now, rules } = house;
  const marksOf = (who: string) =>
    [...(books.calls.get(who) ?? [])].flatMap(([number, { status }]) =>
      books.meetings.get(number)?.state === "cancelled" ? [] : [`${number} ${status}`],
    );
  return Object.fromEntries(
    [...books.seats.keys()].map((who) => [
      who,
      {
        ...judgeBooks(books, who, rules, isoDay(now)),
        cases: openCases(house, who),
        marks: marksOf(who).sort(),
      },
    ]),
  );
}
