import { type Call, type Leave, type Meeting, under } from "#test/oracle/books.ts";
import { countsAsLeave } from "#test/oracle/judged-books.ts";
import { ask, OFFICE, type PastHouse, lean } from "./past-house.ts";
import { followSession, sittingsComeTo } from "./past-registers.ts";

type Called = { readonly who: string; readonly meeting: Meeting; readonly call: Call };

function someCall(house: PastHouse): Called | undefined {
  const { books } = house;
  const all = [...books.calls].flatMap(([who, calls]) =>
    [...calls].flatMap(([number, call]): Called[] => {
      const meeting = books.meetings.get(number);
      return meeting === undefined || meeting.state === "cancelled" ? [] : [{ who, meeting, call }];
    }),
  );
  const recent = all.filter(({ meeting }) => Math.abs(meeting.start - house.now) < 20 * 86_400_000);
  const { who, number } = house.focus;
  const found = lean(
    house,
    recent,
    (one) => one.who === who && [one.meeting.number, one.meeting.session].includes(number),
  );
  if (found !== undefined && house.next(3) === 0)
    house.focus = { who: found.who, number: found.meeting.session ?? found.meeting.number };
  return found;
}

export async function come(house: PastHouse): Promise<void> {
  const { who, meeting, call } = someCall(house) ?? {};
  if (who === undefined || meeting === undefined || call === undefined) return;
  const outcome = await ask(house, who, { do: "activity.coming", activity: meeting.number });
  if (outcome.of !== "activity.answered") return;
  Object.assign(call, { answer: "coming", answeredAt: house.now });
  const leave = house.books.leaves.get(who)?.get(meeting.number);
  if (leave?.state === "approved") leave.refused = false;
  if (leave?.state === "approved" || leave?.state === "pending") leave.state = "withdrawn";
}

export async function askLeave(house: PastHouse): Promise<void> {
  const { who, meeting, call } = someCall(house) ?? {};
  if (who === undefined || meeting === undefined || call === undefined) return;
  const request = { do: "activity.leave", activity: meeting.number, reason: "illness" } as const;
  const outcome = await ask(house, who, request);
  if (!["activity.leave-sent", "activity.leave-stands", "activity.leave-waits"].includes(outcome.of)) return;
  if (meeting.start > house.now) Object.assign(call, { answer: "leave", answeredAt: house.now });
  if (outcome.of !== "activity.leave-sent") return;
  const refused = house.books.leaves.get(who)?.get(meeting.number)?.refused ?? false;
  under(house.books.leaves, who).set(meeting.number, { state: "pending", refused, askedAt: house.now });
}

/** The office decides on some wish that waits. */
export async function decide(house: PastHouse): Promise<void> {
  const waiting = [...house.books.leaves].flatMap(([who, leaves]) =>
    [...leaves]
      .filter(([, one]) => one.state === "pending")
      .map(([number, leave]) => ({ who, number, leave })),
  );
  const { who, number, leave } = lean(house, waiting, (one) => one.who === house.focus.who) ?? {};
  const meeting = house.books.meetings.get(number ?? "");
  if (who === undefined || leave === undefined || meeting === undefined) return;
  const approve = house.next(2) === 0;
  const activity = meeting.number;
  const request = { do: "activity.decide-leave", name: who, activity, approve, note: "已核对" } as const;
  const outcome = await ask(house, OFFICE, request);
  if (outcome.of !== "activity.leave-done") return;
  if (approve) grant(house, who, meeting, leave);
  else refuse(house, who, meeting, leave);
}

function grant(house: PastHouse, who: string, meeting: Meeting, leave: Leave): void {
  const before = sittingsComeTo(house, who, meeting);
  Object.assign(leave, { state: "approved", refused: false });
  for (const [number, call] of house.books.calls.get(who) ?? []) {
    const about = house.books.meetings.get(number);
    if (about?.state !== "final" || call.status !== "absent") continue;
    if (number !== meeting.number && about.session !== meeting.number) continue;
    if (countsAsLeave(house.books, who, about, call)) call.status = "leave";
  }
  followSession(house, who, meeting, before);
}

// Whoever is refused has not answered whether he comes; that he knew of it stays true.
function refuse({ books }: PastHouse, who: string, { number }: Meeting, leave: Leave): void {
  Object.assign(leave, { state: "refused", refused: true });
  const call = books.calls.get(who)?.get(number);
  if (call?.answer === "leave") call.answer = null;
}
