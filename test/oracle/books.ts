/**
 * What a district's books say about a handful of deputies, kept by hand as a careful clerk would keep them: seats, rests,
 * meetings, calls, leave. By person and not by mandate, and without any code of `src`.
 */
export type Seat = {
  readonly from: string;
  to?: string | undefined;
  readonly group: string;
  readonly term: string;
  readonly level: string;
  /** Stretches in which it rests. */
  readonly rests: { readonly from: string; to?: string | undefined }[];
};

export type Meeting = {
  readonly number: string;
  readonly kind: string;
  /** Whose deputies it concerns; null for a congress. */
  readonly group: string | null;
  /** Which congress meets, or which one's deputies the group is of. */
  readonly level: string;
  /** The session of a sitting. */
  readonly session?: string | undefined;
  day: string;
  /** Milliseconds, like all moments here. */
  start: number;
  /** When day, time or place changed last. */
  movedAt: number;
  state: "planned" | "final" | "cancelled";
  /** How many minutes it lasted, where a list of times said so. */
  held?: number;
};

export type Status = "expected" | "present" | "late" | "left_early" | "leave" | "absent";
export type Call = {
  /** When the deputy was called anew: what was said before proves nothing. */
  since: number;
  /** When messages arrived, or staff spoke to the deputy. */
  told: number[];
  answer: "coming" | "leave" | null;
  answeredAt: number;
  status: Status;
  /** How many minutes the deputy was there, where that was written down. */
  minutes?: number | undefined;
  /** By his or her own check-in the deputy came. */
  checkedIn?: boolean;
};
export type Leave = {
  state: "pending" | "approved" | "refused" | "withdrawn";
  /** It was refused, and a new wish has not been decided on. */
  refused: boolean;
  askedAt: number;
};

export type Books = {
  readonly seats: Map<string, Seat[]>;
  readonly meetings: Map<string, Meeting>;
  /** By deputy, then by meeting. */
  readonly calls: Map<string, Map<string, Call>>;
  readonly lapsed: Map<string, Map<string, Call>>;
  readonly leaves: Map<string, Map<string, Leave>>;
  /** The cases that the office has looked into, by deputy: as long as they stand without a break. */
  readonly handled: Map<string, Set<string>>;
  /** Objections that wait for the office, by deputy: the numbers of the meetings. */
  readonly objections: Map<string, Set<string>>;
  /** Who was there for less than so many parts of so many was absent; null where that is no rule. */
  readonly share: { readonly parts: number; readonly of: number } | null;
};

/** What a map has under a name, made where it has nothing. */
export function under<T>(map: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const found = map.get(name) ?? new Map<string, T>();
  map.set(name, found);
  return found;
}

export const openBooks = (seats: ReadonlyMap<string, readonly Seat[]>, share: Books["share"]): Books => ({
  seats: new Map([...seats].map(([name, list]) => [name, structuredClone([...list])])),
  meetings: new Map(),
  calls: new Map(),
  lapsed: new Map(),
  leaves: new Map(),
  handled: new Map(),
  objections: new Map(),
  share,
});

export const holds = (span: { readonly from: string; readonly to?: string | undefined }, day: string) =>
  day >= span.from && day <= (span.to ?? "9999-99-99");

const isExercised = (seat: Seat, day: string): boolean =>
  holds(seat, day) && !seat.rests.some((rest) => holds(rest, day));

/** Whether a meeting concerns a deputy: by a seat that is exercised on its day, in the group or the congress it is of. */
export const concerns = (books: Books, who: string, meeting: Meeting): boolean =>
  (books.seats.get(who) ?? []).some(
    (seat) =>
      isExercised(seat, meeting.day) &&
      (meeting.group === null ? seat.level === meeting.level : seat.group === meeting.group),
  );

const leaveStands = (books: Books, who: string, { number, session }: Meeting): boolean =>
  [number, session].some((one) => {
    const state = one === undefined ? undefined : books.leaves.get(who)?.get(one)?.state;
    return state === "pending" || state === "approved";
  });

// An answer from before the meeting was moved was to another day; leave that is gone is no answer.
const answerHolds = (books: Books, who: string, meeting: Meeting, call: Call): boolean =>
  call.answeredAt >= meeting.movedAt && (call.answer === "coming" || leaveStands(books, who, meeting));

/**
 * After a change of mandates: whoever has no seat for a meeting ahead is expected no more, and whoever has one by now is
 * called like everybody else; by the session's word to its sittings, too. An undone mistake is as if it had not been.
 */
export function follow(
  books: Books,
  people: readonly string[],
  now: number,
  how: { readonly undone: boolean; readonly reached: (who: string) => boolean },
): void {
  const ahead = [...books.meetings.values()].filter((one) => one.state === "planned" && one.start > now);
  for (const who of people) {
    const calls = under(books.calls, who);
    for (const meeting of ahead) {
      const call = calls.get(meeting.number);
      if (call === undefined || concerns(books, who, meeting)) continue;
      under(books.lapsed, who).set(meeting.number, call);
      calls.delete(meeting.number);
    }
    const fresh = ahead.filter((one) => !calls.has(one.number) && concerns(books, who, one));
    for (const meeting of fresh) {
      const call = callAgain(books, who, meeting, now, how.undone);
      const bySession = fresh.some((one) => one.number === meeting.session);
      if (how.reached(who) && !bySession) call.told.push(now);
      calls.set(meeting.number, call);
    }
  }
}

function callAgain(books: Books, who: string, meeting: Meeting, now: number, undone: boolean): Call {
  const before = under(books.lapsed, who).get(meeting.number);
  under(books.lapsed, who).delete(meeting.number);
  if (before === undefined) return newCall(now);
  const answer = answerHolds(books, who, meeting, before) ? before.answer : null;
  return { ...before, answer, since: undone ? before.since : now, status: "expected", checkedIn: false };
}

export const newCall = (since: number): Call => ({
  since,
  told: [],
  answer: null,
  answeredAt: -Infinity,
  status: "expected",
});
