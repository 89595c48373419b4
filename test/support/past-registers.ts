import type { MarkedStatus, NamedMark } from "#src/domain/requests/attendance.ts";
import { type Call, type Meeting, type Status, under } from "#test/oracle/books.ts";
import { countsAsLeave } from "#test/oracle/judged-books.ts";
import { ask, lean, OFFICE, type PastHouse, pick } from "./past-house.ts";

const MARKS: readonly MarkedStatus[] = ["absent", "absent", "absent", "present", "late"];
const CAME: readonly Status[] = ["present", "late", "left_early"];

const calledTo = ({ books }: PastHouse, number: string) =>
  [...books.calls].flatMap(([who, calls]) => {
    const call = calls.get(number);
    return call === undefined ? [] : [{ who, call }];
  });
const sittingsOf = ({ books }: PastHouse, session: string | undefined): Meeting[] =>
  session === undefined ? [] : [...books.meetings.values()].filter((one) => one.session === session);

/** What a deputy's final sittings come to: a session is missed by whoever came to none that he had no leave from. */
export function sittingsComeTo(house: PastHouse, who: string, meeting: Meeting): Status | null {
  const statuses = sittingsOf(house, meeting.session ?? meeting.number).flatMap((one): Status[] => {
    const call = one.state === "final" ? house.books.calls.get(who)?.get(one.number) : undefined;
    if (call === undefined) return [];
    const excused = call.status === "absent" && countsAsLeave(house.books, who, one, call);
    return [excused ? "leave" : call.status];
  });
  const counted = statuses.filter((one) => one !== "leave");
  if (counted.length === 0) return "leave";
  return counted.some((one) => CAME.includes(one)) ? "present" : "absent";
}

/** A final session follows its sittings, unless staff had put it down otherwise by hand. */
export function followSession(house: PastHouse, who: string, sitting: Meeting, before: Status | null): void {
  const session = house.books.meetings.get(sitting.session ?? "");
  const own = house.books.calls.get(who)?.get(sitting.session ?? "");
  const after = sittingsComeTo(house, who, sitting);
  if (session?.state !== "final" || own === undefined || after === null) return;
  if (own.status === before && after !== before) own.status = after;
}

const HELD = 90;
/** 60 of 90 minutes are two thirds, and enough. */
const MINUTES = [90, 60, 59, 20];

function toMark(house: PastHouse, name: string, timed: boolean): NamedMark {
  const status = pick(house, MARKS) ?? "absent";
  const minutes = pick(house, MINUTES) ?? HELD;
  return { name, status, ...(timed && status !== "absent" ? { minutes } : {}) };
}

function writeDown(
  house: PastHouse,
  who: string,
  meeting: Meeting,
  call: Call,
  { status, minutes }: NamedMark,
): void {
  const excused = status === "absent" && countsAsLeave(house.books, who, meeting, call);
  Object.assign(call, { status: excused ? "leave" : status, minutes });
}

/** Whoever was there for too little of the time was not there, once it is final. */
function settleShort(house: PastHouse, meeting: Meeting): void {
  const { share } = house.books;
  for (const { who, call } of calledTo(house, meeting.number)) {
    const { minutes } = call;
    if (share === null || minutes === undefined || meeting.held === undefined) continue;
    if (!CAME.includes(call.status) || minutes / meeting.held >= share.parts / share.of) continue;
    call.status = countsAsLeave(house.books, who, meeting, call) ? "leave" : "absent";
  }
}

/** A deputy checks in on the spot, shortly before the beginning. */
export async function checkIn(house: PastHouse, meeting: Meeting): Promise<void> {
  const early = meeting.start - 30 * 60_000;
  const coming = pick(house, calledTo(house, meeting.number));
  if (coming === undefined || meeting.state !== "planned" || meeting.kind === "congress_session") return;
  if (early < house.now) return;
  house.now = early;
  const shown = await ask(house, OFFICE, { do: "check-in.show", activity: meeting.number });
  if (shown.of !== "check-in.shown") return;
  const { code } = shown;
  const came = await ask(house, coming.who, { do: "check-in.enter", code, activity: meeting.number });
  if (came.of === "check-in.done") coming.call.checkedIn = true;
}

/** The office writes down who came to something that is over, and mostly makes it final. */
export async function register(house: PastHouse, meeting: Meeting): Promise<void> {
  const called = calledTo(house, meeting.number);
  if (meeting.kind !== "congress_session") {
    // By check-in alone whoever did not check in stays open.
    const proposed = house.next(3) > 0 && called.some(({ call }) => call.checkedIn === true);
    const timed = meeting.session === undefined && !proposed && house.next(2) === 0;
    const marks = proposed ? [] : called.map(({ who }) => toMark(house, who, timed));
    const times = { ...(timed ? { held: HELD } : {}), ...(proposed ? { checkedIn: true as const } : {}) };
    const request = { do: "attendance.mark", activity: meeting.number, marks, rest: null, ...times } as const;
    const outcome = await ask(house, OFFICE, request);
    if (outcome.of !== "attendance.marked") return;
    if (timed) meeting.held = HELD;
    called.forEach(({ who, call }, index) => {
      const mark = marks[index];
      if (mark !== undefined) writeDown(house, who, meeting, call, mark);
      else if (call.status !== "expected") return;
      else if (call.checkedIn === true) call.status = "present";
      // Whom nothing is said of, and who has leave, is on leave.
      else if (countsAsLeave(house.books, who, meeting, call)) call.status = "leave";
    });
  }
  if (house.next(4) > 0) await finalise(house, meeting);
}

export async function finalise(house: PastHouse, meeting: Meeting): Promise<void> {
  const outcome = await ask(house, OFFICE, { do: "attendance.finalise", activity: meeting.number });
  if (outcome.of !== "attendance.final") return;
  meeting.state = "final";
  settleShort(house, meeting);
  const hasSittings = sittingsOf(house, meeting.number).some((one) => one.state !== "cancelled");
  if (!hasSittings) return;
  for (const { who, call } of calledTo(house, meeting.number)) {
    if (call.status !== "expected") continue;
    const status = sittingsComeTo(house, who, meeting) ?? "expected";
    call.status = status === "absent" && countsAsLeave(house.books, who, meeting, call) ? "leave" : status;
  }
}

/** Whatever is over and not final, in the order of time; sessions after their sittings. */
export const listOver = ({ books, now }: PastHouse): Meeting[] =>
  [...books.meetings.values()]
    .filter((one) => one.state === "planned" && one.start <= now)
    .sort((a, b) => Number(a.kind === "congress_session") - Number(b.kind === "congress_session"));

const CORRECTIONS: readonly MarkedStatus[] = ["absent", "absent", "present", "leave"];

/** The office puts somebody's final attendance right. */
export async function correct(house: PastHouse): Promise<void> {
  const meeting = pick(
    house,
    [...house.books.meetings.values()].filter((one) => one.state === "final"),
  );
  const { who, call } =
    lean(house, calledTo(house, meeting?.number ?? ""), (one) => one.who === house.focus.who) ?? {};
  if (meeting === undefined || who === undefined || call === undefined) return;
  const status = pick(house, CORRECTIONS) ?? "absent";
  const before = sittingsComeTo(house, who, meeting);
  const request = { do: "attendance.correct", activity: meeting.number, name: who, status } as const;
  const outcome = await ask(house, OFFICE, request);
  if (outcome.of !== "attendance.corrected") return;
  Object.assign(call, { status, minutes: undefined });
  settleLeave(house, who, meeting, status);
  followSession(house, who, meeting, before);
}

function settleLeave(house: PastHouse, who: string, { number }: Meeting, status: Status): void {
  const leaves = under(house.books.leaves, who);
  const own = leaves.get(number);
  if (status === "leave" && own?.state !== "approved")
    leaves.set(number, { state: "approved", refused: false, askedAt: house.now });
  if (status === "absent" && own?.state === "approved")
    Object.assign(own, { state: "withdrawn", refused: false });
}

/** What follows from a decision that somebody was there, or had leave, after all. */
export function upheld(house: PastHouse, who: string, meeting: Meeting, as: "present" | "leave"): void {
  const call = house.books.calls.get(who)?.get(meeting.number);
  if (call === undefined) return;
  const before = sittingsComeTo(house, who, meeting);
  Object.assign(call, { status: as, minutes: undefined });
  settleLeave(house, who, meeting, as);
  followSession(house, who, meeting, before);
}
