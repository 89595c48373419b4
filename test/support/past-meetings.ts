import type { ActivityKind } from "#src/domain/activity.ts";
import { concerns, type Meeting, newCall, under } from "#test/oracle/books.ts";
import { ask, GROUPS, isoDay, lean, OFFICE, type PastHouse, pick, reaches, TOWNSHIP } from "./past-house.ts";

const DAY_MS = 86_400_000;
const HOURS = ["09:00", "14:30", "19:00"];
const startOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);
const meetingsOf = ({ books }: PastHouse): Meeting[] => [...books.meetings.values()];
const sittingsOf = (house: PastHouse, { number }: Meeting): Meeting[] =>
  meetingsOf(house).filter((one) => one.session === number);
const ahead = (house: PastHouse): Meeting[] =>
  meetingsOf(house).filter((one) => one.state === "planned" && one.start > house.now);

/** Everybody whom a meeting concerns is called to it; by whose word, if by any, is another matter. */
function call(house: PastHouse, meeting: Meeting, by: Meeting | null): void {
  house.books.meetings.set(meeting.number, meeting);
  for (const who of house.books.seats.keys()) {
    const fresh = newCall(-Infinity);
    if (by === meeting && reaches(house, who)) fresh.told.push(house.now);
    if (concerns(house.books, who, { ...meeting, day: by?.day ?? meeting.day }))
      under(house.books.calls, who).set(meeting.number, fresh);
  }
}

export async function publish(house: PastHouse): Promise<void> {
  if (ahead(house).length > 5) return;
  const org = pick(house, GROUPS) ?? "";
  const kind: ActivityKind = house.next(4) === 0 ? "inspection" : "group_activity";
  const on = isoDay(house.now + (1 + house.next(18)) * DAY_MS);
  const time = pick(house, HOURS) ?? "";
  const preview = { do: "activity.preview", messageId: 1, plan: { org, kind, on, time } } as const;
  const outcome = await ask(house, OFFICE, preview);
  if (outcome.of !== "activity.published") return;
  const { number } = outcome.activity;
  const meeting: Meeting = {
    number,
    kind,
    group: org,
    level: "district",
    day: on,
    start: startOf(on, time),
    movedAt: 0,
    state: "planned",
  };
  call(house, meeting, meeting);
}

const SITTINGS = ["plenary_sitting", "delegation_sitting", "plenary_sitting"] as const;

export async function publishSession(house: PastHouse): Promise<void> {
  const level = house.next(3) === 0 ? "township" : "district";
  if (ahead(house).some((one) => one.kind === "congress_session" && one.level === level)) return;
  const first = house.now + (3 + house.next(12)) * DAY_MS;
  const sittings = SITTINGS.map((kind, index) => ({
    kind,
    on: isoDay(first + (index === 2 ? DAY_MS : 0)),
    time: HOURS[index % 2] ?? "",
  }));
  const plan = { org: level === "district" ? "乌当区" : TOWNSHIP, title: "会议", sittings };
  const outcome = await ask(house, OFFICE, { do: "session.preview", messageId: 1, plan });
  if (outcome.of !== "session.published") return;
  const [opening] = outcome.sittings;
  const session: Meeting = {
    number: outcome.activity.number,
    kind: "congress_session",
    group: null,
    level,
    day: opening?.on ?? "",
    start: startOf(opening?.on ?? "", opening?.time ?? ""),
    movedAt: 0,
    state: "planned",
  };
  call(house, session, session);
  outcome.sittings.forEach(({ number, on, time }, index) => {
    const kind = SITTINGS[index] ?? "";
    call(
      house,
      { ...session, number, kind, session: session.number, day: on, start: startOf(on, time) },
      session,
    );
  });
}

/** A session is when its sittings are: when the first of them begins at another time, it is announced anew. */
function followSittings(house: PastHouse, { session }: Meeting): void {
  const whole = house.books.meetings.get(session ?? "");
  if (whole?.state !== "planned") return;
  const [first] = sittingsOf(house, whole)
    .filter((one) => one.state !== "cancelled")
    .sort((a, b) => a.start - b.start);
  if (first === undefined || first.start === whole.start) return;
  // To another day no refusal was, of the session as of anything else.
  if (first.day !== whole.day)
    for (const leaves of house.books.leaves.values()) {
      const leave = leaves.get(whole.number);
      if (leave !== undefined && leave.state !== "approved") leave.refused = false;
    }
  Object.assign(whole, { start: first.start, day: first.day, movedAt: house.now });
}

// A congress meets once at a time: what stands in the books twice is another test's matter.
const isTaken = (house: PastHouse, { number, session, level }: Meeting, on: string, time: string): boolean =>
  session !== undefined &&
  meetingsOf(house).some(
    (one) =>
      one.number !== number &&
      one.level === level &&
      one.session !== undefined &&
      (one.session === session ? one.start === startOf(on, time) : one.day === on),
  );

export async function move(house: PastHouse): Promise<void> {
  const { books, now } = house;
  const meeting = lean(house, ahead(house), ({ number, session }) =>
    [number, session].includes(house.focus.number),
  );
  if (meeting === undefined) return;
  const on = isoDay(meeting.start + (house.next(4) - 1) * DAY_MS);
  const time = pick(house, HOURS) ?? "";
  if (isTaken(house, meeting, on, time)) return;
  const change = { do: "activity.change", activity: meeting.number, change: { on, time } } as const;
  const outcome = await ask(house, OFFICE, change);
  if (outcome.of !== "activity.changed") return;
  const isNewDay = on !== meeting.day;
  Object.assign(meeting, { day: on, start: startOf(on, time), movedAt: now });
  followSittings(house, meeting);
  if (isNewDay) askAgain(house, meeting);
  for (const who of books.seats.keys())
    if (concerns(books, who, meeting) && reaches(house, who))
      books.calls.get(who)?.get(meeting.number)?.told.push(now);
}

// To another day nobody has answered, no wish for leave is about it, and no refusal was.
function askAgain({ books }: PastHouse, meeting: Meeting): void {
  for (const who of books.seats.keys()) {
    const calls = under(books.calls, who);
    const own = calls.get(meeting.number);
    if (own !== undefined) Object.assign(own, { answer: null, answeredAt: -Infinity });
    if (own !== undefined && !concerns(books, who, meeting)) {
      under(books.lapsed, who).set(meeting.number, own);
      calls.delete(meeting.number);
    } else if (concerns(books, who, meeting)) calls.set(meeting.number, newCall(-Infinity));
    const leave = books.leaves.get(who)?.get(meeting.number);
    if (leave !== undefined && leave.state !== "approved")
      Object.assign(leave, { state: "withdrawn", refused: false });
  }
}

export async function cancel(house: PastHouse): Promise<void> {
  const { books } = house;
  if (house.next(2) === 0) return;
  const meeting = pick(house, meetingsOf(house));
  if (meeting === undefined || meeting.state !== "planned") return;
  const request = { do: "activity.cancel", activity: meeting.number, reason: "另有安排" } as const;
  const outcome = await ask(house, OFFICE, request);
  if (outcome.of !== "activity.called-off") return;
  for (const one of [meeting, ...sittingsOf(house, meeting)]) {
    if (one.state === "planned") one.state = "cancelled";
    for (const leaves of books.leaves.values()) {
      const leave = leaves.get(one.number);
      if (leave?.state === "pending") leave.state = "withdrawn";
    }
  }
  followSittings(house, meeting);
}

export async function telephone(house: PastHouse): Promise<void> {
  const meeting = pick(house, ahead(house));
  const called = [...house.books.calls].filter(([, calls]) => calls.has(meeting?.number ?? ""));
  const [who = "", calls] = pick(house, called) ?? [];
  if (meeting === undefined || calls === undefined) return;
  const request = {
    do: "activity.enter-notice",
    activity: meeting.number,
    names: [who],
    way: "phone",
  } as const;
  const outcome = await ask(house, OFFICE, request);
  if (outcome.of === "activity.notice-entered") calls.get(meeting.number)?.told.push(house.now);
}
