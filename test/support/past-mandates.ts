import type { MandatePlan, SeatView } from "#src/domain/requests/mandate.ts";
import { follow, type Seat } from "#test/oracle/books.ts";
import { holds } from "#test/oracle/books.ts";
import { ask, GROUPS, isoDay, lean, OFFICE, type PastHouse, pick, reaches } from "./past-house.ts";

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
const groupOf = (house: PastHouse): string => pick(house, GROUPS) ?? "";

/** The last change, with what the seats were before it. */
export type LastChange = {
  readonly id: number;
  readonly before: ReadonlyMap<string, readonly Seat[]>;
  readonly people: readonly string[];
};

const CHANGES = [
  "suspend",
  "suspend",
  "resume",
  "resume",
  "transfer",
  "by_election",
  "resign",
  "new_term",
  "new_term",
  "transfer",
] as const;

/** The office registers some change of mandates; what came of it is kept in the books. */
export async function changeMandates(house: PastHouse): Promise<LastChange | null> {
  const who = lean(house, [...house.books.seats.keys()], (one) => one === house.focus.who) ?? "";
  const change = pick(house, CHANGES) ?? "suspend";
  const on = inSession(house) ?? isoDay(house.now + (house.next(16) - 5) * DAY_MS);
  const plan: MandatePlan = { change, names: [who], orgs: [], on };
  if (change === "by_election")
    return register(house, { ...plan, names: [`新${house.books.seats.size}`], orgs: [groupOf(house)] });
  if (change === "transfer") return register(house, { ...plan, orgs: [groupOf(house)] });
  if (change !== "new_term") return register(house, plan);
  const again = { all: true, names: house.next(2) === 0 ? [] : [who] };
  return register(house, { ...plan, names: [], term: "第十九届", again });
}

// Now and then the last day of a session that lies ahead: its first sittings are in the old seat.
function inSession({ books, now, next }: PastHouse): string | undefined {
  const last = [...books.meetings.values()].findLast(
    (one) => one.session !== undefined && one.state === "planned" && one.start > now,
  );
  return last !== undefined && next(4) === 0 ? last.day : undefined;
}

async function register(house: PastHouse, plan: MandatePlan): Promise<LastChange | null> {
  const { books } = house;
  const before = structuredClone(books.seats);
  const outcome = await ask(house, OFFICE, { do: "mandate.preview", messageId: 1, plan });
  // Whoever sits in two congresses is asked about: for one of them.
  if (outcome.of === "mandate.which") {
    const mandateId = pick(house, outcome.candidates)?.mandateId;
    return mandateId === undefined ? null : register(house, { ...plan, mandateId });
  }
  if (outcome.of !== "mandate.changed") return null;
  const people = apply(house, plan, outcome.view.seat);
  follow(books, people, house.now, { undone: false, reached: (who) => reaches(house, who) });
  return { id: outcome.changeId, before, people };
}

/** The office takes back the last change, where it still may. */
export async function undoMandates(house: PastHouse, last: LastChange): Promise<null> {
  const outcome = await ask(house, OFFICE, { do: "mandate.undo", changeId: last.id });
  if (outcome.of !== "mandate.undone") return null;
  for (const who of last.people)
    house.books.seats.set(who, structuredClone([...(last.before.get(who) ?? [])]));
  follow(house.books, last.people, house.now, { undone: true, reached: (who) => reaches(house, who) });
  return null;
}

function apply(
  { books }: PastHouse,
  plan: MandatePlan,
  { level, term }: Pick<SeatView, "level" | "term">,
): readonly string[] {
  const [who = ""] = plan.names;
  if (plan.change === "new_term") return renew(books.seats, plan);
  const seats = books.seats.get(who) ?? [];
  if (plan.change === "by_election") {
    const [group = ""] = plan.orgs;
    books.seats.set(who, [...seats, { from: plan.on, group, term, level: "district", rests: [] }]);
    return [who];
  }
  const eve = dayBefore(plan.on);
  const last = plan.change === "resign" ? eve : plan.on;
  const seat = seats.find((one) => one.level === level && holds(one, last));
  if (seat === undefined) throw new TypeError(`a change of no seat: ${JSON.stringify(plan)}`);
  if (plan.change === "suspend")
    for (const one of [seat, ...goingOn(seat, seats)])
      one.rests.push({ from: one.from > plan.on ? one.from : plan.on });
  if (plan.change === "resume") resume(seat, seats, plan.on);
  if (plan.change === "transfer") seats.push(moved(seat, plan));
  if (plan.change === "transfer" || plan.change === "resign") seat.to = eve;
  if (plan.change === "resign")
    books.seats.set(
      who,
      seats.filter((one) => one.level !== level || one.from < plan.on),
    );
  return [who];
}

// The seats into which somebody is moved later, within the term.
function goingOn({ to, level, term }: Seat, seats: readonly Seat[]): readonly Seat[] {
  const next = seats.find(
    (one) => one.level === level && one.term === term && to !== undefined && dayBefore(one.from) === to,
  );
  return next === undefined ? [] : [next, ...goingOn(next, seats)];
}

// Rests that go on from the seat before begin with theirs, and end with the first of them.
function resume(seat: Seat, seats: readonly Seat[], on: string): void {
  const eve = dayBefore(on);
  const last = seat.rests.find((rest) => holds(rest, eve > seat.from ? eve : seat.from))?.to ?? "9999-99-99";
  for (const one of [seat, ...goingOn(seat, seats)]) {
    if (last < one.from) return;
    const gone = one.rests.findIndex((rest) => one.from >= on && rest.from === one.from);
    if (gone >= 0) one.rests.splice(gone, 1);
    for (const rest of one.rests) if (holds(rest, eve)) rest.to = eve;
  }
}

// What rests goes on resting in the new seat.
function moved(seat: Seat, { on, orgs: [group = ""] }: MandatePlan): Seat {
  const rests = seat.rests
    .filter((rest) => rest.to === undefined || rest.to >= on)
    .map((rest) => ({ ...rest, from: rest.from > on ? rest.from : on }));
  return { from: on, to: seat.to, group, term: seat.term, level: seat.level, rests };
}

function renew(all: Map<string, Seat[]>, { on, term = "", again }: MandatePlan): readonly string[] {
  const people: string[] = [];
  for (const [who, seats] of all) {
    const seat = seats.find((one) => one.level === "district" && holds(one, dayBefore(on)));
    if (seat === undefined) continue;
    people.push(who);
    seat.to = dayBefore(on);
    if (again?.names.includes(who) === true) continue;
    seats.push({ from: on, group: seat.group, term, level: seat.level, rests: [] });
  }
  return people;
}
