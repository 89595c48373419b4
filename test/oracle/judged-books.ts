import { judgeByTheText, type RuleText, tallyByTheText, type TermLine } from "./attendance.ts";
import { type Books, type Call, type Leave, type Meeting, type Seat, type Status } from "./books.ts";

type Activity = TermLine["activities"][number];

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

// In the eye of the law a seat that goes on in another group within its term is one mandate.
function joined(seats: readonly Seat[]): { from: string; to?: string | undefined }[] {
  const spans: { from: string; to?: string | undefined; term: string }[] = [];
  for (const { from, to, term } of seats) {
    const last = spans.at(-1);
    if (last?.to !== undefined && last.term === term && dayAfter(last.to) === from) last.to = to;
    else spans.push({ from, to, term });
  }
  return spans.map(({ from, to }) => (to === undefined ? { from } : { from, to }));
}

// A rest is of a seat and ends with it.
const restsOf = (seats: readonly Seat[]): { from: string; to?: string }[] =>
  seats.flatMap((seat) =>
    seat.rests.map((rest) => {
      const ends = [rest.to, seat.to].filter((one) => one !== undefined).sort();
      return ends[0] === undefined ? { from: rest.from } : { from: rest.from, to: ends[0] };
    }),
  );

// Told, or answered, since the meeting is what it is and the deputy was called, and before it began.
function isProven(meeting: Meeting, call: Call): boolean {
  const since = Math.max(meeting.movedAt, call.since);
  return [...call.told, call.answeredAt].some((at) => at >= since && at <= meeting.start);
}

function isTold(books: Books, who: string, meeting: Meeting): boolean {
  const calls = books.calls.get(who);
  const own = calls?.get(meeting.number);
  const session = meeting.session === undefined ? undefined : calls?.get(meeting.session);
  if (own === undefined) return false;
  // Word of the session is word of its sittings, if it was said since this one is what it is.
  const said = session === undefined ? own : { ...session, since: own.since };
  return isProven(meeting, own) || isProven(meeting, said);
}

function isAnnounced(books: Books, who: string, meeting: Meeting): boolean {
  const calls = books.calls.get(who);
  const status = calls?.get(meeting.number)?.status;
  const sittings = [...books.meetings.values()].filter(
    (one) => one.session === meeting.number && one.state !== "cancelled" && calls?.has(one.number),
  );
  if (sittings.length === 0) return isTold(books, who, meeting);
  return sittings.some((one) => {
    const missed = ["absent", "expected"].includes(calls?.get(one.number)?.status ?? "");
    return (status !== "absent" || missed) && isTold(books, who, one);
  });
}

const stateOf = (leave: Leave): Activity["leave"] =>
  leave.state === "withdrawn"
    ? undefined
    : leave.state === "pending" && leave.refused
      ? "refused"
      : leave.state;

// Leave from the whole session is leave from its sittings, but for one that the deputy said since to come to.
function leaveOf(books: Books, who: string, meeting: Meeting, call: Call): Activity["leave"] {
  const leaves = books.leaves.get(who);
  const own = leaves?.get(meeting.number);
  const whole = meeting.session === undefined ? undefined : leaves?.get(meeting.session);
  const excepted = call.answer === "coming" && whole !== undefined && call.answeredAt >= whole.askedAt;
  const states = [own, excepted ? undefined : whole].flatMap((one) =>
    one === undefined ? [] : (stateOf(one) ?? []),
  );
  return states.find((one) => one === "approved") ?? states[0];
}

/** Whether a deputy who did not come to a meeting has leave from it. */
export const countsAsLeave = (books: Books, who: string, meeting: Meeting, call: Call): boolean =>
  leaveOf(books, who, meeting, call) === "approved";

/** A deputy's attendance as the books have it, as a line that the rules are asked about. */
export function lineOf(books: Books, who: string, asOf: string): TermLine {
  const seats = books.seats.get(who) ?? [];
  const activities = [...(books.calls.get(who) ?? [])].flatMap(([number, call]): Activity[] => {
    const meeting = books.meetings.get(number);
    if (meeting === undefined || meeting.state === "cancelled" || call.status === "expected") return [];
    if (meeting.session !== undefined && books.meetings.get(meeting.session)?.state === "cancelled")
      return [];
    const leave = leaveOf(books, who, meeting, call);
    const line = {
      id: number,
      kind: meeting.kind,
      date: meeting.day,
      final: meeting.state === "final",
      status: call.status satisfies Status,
      notified: isAnnounced(books, who, meeting),
    };
    return [{ ...line, session: meeting.session, ...(leave === undefined ? {} : { leave }) }];
  });
  return { id: 0, asOf, mandates: joined(seats), suspensions: restsOf(seats), activities };
}

/** What follows from the books for one deputy. */
export function judgeBooks(books: Books, who: string, rules: readonly RuleText[], asOf: string) {
  const line = lineOf(books, who, asOf);
  const level = (books.seats.get(who) ?? [])[0]?.level ?? "";
  const held = rules.filter((one) => one.levels === undefined || one.levels.includes(level));
  const { notices } = judgeByTheText(line, held);
  // A session counts by those of its sittings that the deputy was called to.
  const counted = line.activities.filter(
    (one) => !line.activities.some((sitting) => sitting.session === one.id),
  );
  return {
    notices: notices.map(({ rule, level: nth, activity }) => `${activity} ${rule} ${nth}`).sort(),
    tally: tallyByTheText({ ...line, activities: counted }),
  };
}
