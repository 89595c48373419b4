import { judgeByTheText, type RuleText, tallyByTheText, type TermLine } from "./attendance.ts";
import { type Books, holds, type Call, type Leave, type Meeting, type Seat, type Status } from "./books.ts";

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
  // The word of a session was heard, even by whoever is called to the rest of its sittings only by now.
  const session =
    meeting.session === undefined
      ? undefined
      : (calls?.get(meeting.session) ?? books.lapsed.get(who)?.get(meeting.session));
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

// A group has deputies of one congress, or of two: whoever sits in both sits in it for the district.
const isOf = (books: Books, who: string, { group, level, day }: Meeting, asked: string): boolean => {
  if (group === null) return level === asked;
  const seats = (books.seats.get(who) ?? []).filter((seat) => seat.group === group);
  const held = seats.filter((seat) => holds(seat, day));
  const levels = (held.length > 0 ? held : seats).map((seat) => seat.level);
  return asked === (levels.includes("district") ? "district" : levels[0]);
};

/** A deputy's attendance in one congress as the books have it, as a line that the rules are asked about. */
function lineOf(books: Books, who: string, level: string, asOf: string): TermLine {
  const seats = (books.seats.get(who) ?? []).filter((one) => one.level === level);
  const activities = [...(books.calls.get(who) ?? [])].flatMap(([number, call]): Activity[] => {
    const meeting = books.meetings.get(number);
    if (meeting === undefined || meeting.state === "cancelled" || call.status === "expected") return [];
    if (!isOf(books, who, meeting, level)) return [];
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

type Tally = ReturnType<typeof tallyByTheText>;
const sum = (a: Tally, b: Tally): Tally => ({
  expected: a.expected + b.expected,
  present: a.present + b.present,
  leave: a.leave + b.leave,
  waiting: a.waiting + b.waiting,
  absent: a.absent + b.absent,
});

/** What follows from the books for one deputy: in each congress by itself, whoever sits in two. */
export function judgeBooks(books: Books, who: string, rules: readonly RuleText[], asOf: string) {
  const levels = [...new Set((books.seats.get(who) ?? []).map((one) => one.level))];
  const judged = levels.map((level) => {
    const line = lineOf(books, who, level, asOf);
    const held = rules.filter((one) => one.levels === undefined || one.levels.includes(level));
    // A session counts by those of its sittings that the deputy was called to.
    const counted = line.activities.filter(
      (one) => !line.activities.some((sitting) => sitting.session === one.id),
    );
    const { notices } = judgeByTheText(line, held);
    const isCase = ({ rule, level: nth }: (typeof notices)[number]): boolean =>
      held.some((one) => one.rule === rule && nth >= (one.strikeAt ?? 2));
    return {
      notices,
      cases: notices.filter(isCase),
      tally: tallyByTheText({ ...line, activities: counted }),
    };
  });
  return {
    notices: judged.flatMap(({ notices }) => notices.map(noticeLine)).sort(),
    cases: judged.flatMap(({ cases }) => cases.map(noticeLine)).sort(),
    tally: judged.map(({ tally }) => tally).reduce(sum, tallyByTheText({ ...EMPTY, asOf })),
  };
}

const EMPTY = { id: 0, mandates: [], suspensions: [], activities: [] } as const;
const noticeLine = ({
  rule,
  level,
  activity,
}: ReturnType<typeof judgeByTheText>["notices"][number]): string => `${activity} ${rule} ${level}`;
