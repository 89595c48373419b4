import { judgeBooks } from "#test/oracle/judged-books.ts";
import type { RuleText } from "#test/oracle/attendance.ts";
import { ask, isoDay, lean, OFFICE, type PastHouse, pick } from "./past-house.ts";
import { upheld } from "./past-registers.ts";

/** A deputy objects to an absence; the office decides at once, in days or weeks, or never. */
export async function object(house: PastHouse): Promise<void> {
  const absent = [...house.books.meetings.values()]
    .filter((one) => one.state === "final")
    .flatMap((meeting) =>
      [...house.books.calls].flatMap(([who, calls]) =>
        calls.get(meeting.number)?.status === "absent" ? [{ who, meeting }] : [],
      ),
    );
  const { who, meeting } = pick(house, absent) ?? {};
  if (who === undefined || meeting === undefined) return;
  const said = { do: "absence.object", text: "我那天在场", activity: meeting.number } as const;
  if ((await ask(house, who, said)).of !== "absence.objected") return;
  const waiting = house.books.objections.get(who) ?? new Set();
  house.books.objections.set(who, waiting.add(meeting.number));
  if (house.next(2) === 0) await decideObjection(house);
}

/** The office decides on some objection that waits. */
export async function decideObjection(house: PastHouse): Promise<void> {
  const all = [...house.books.objections].flatMap(([who, numbers]) =>
    [...numbers].map((number) => ({ who, number })),
  );
  const { who, number } = lean(house, all, (one) => one.who === house.focus.who) ?? {};
  const meeting = house.books.meetings.get(number ?? "");
  if (who === undefined || meeting === undefined) return;
  const as = house.next(2) === 0 ? "present" : "leave";
  const uphold = house.next(3) > 0;
  const about = { name: who, activity: meeting.number, note: "已核对" };
  const outcome = await ask(house, OFFICE, { do: "absence.decide-objection", ...about, uphold, as });
  if (outcome.of !== "absence.objection-decided") return;
  house.books.objections.get(who)?.delete(meeting.number);
  if (uphold) upheld(house, who, meeting, as);
}

/** The office has looked into what waits about somebody. */
export async function closeCase(house: PastHouse): Promise<void> {
  const { books } = house;
  const who = lean(house, [...books.seats.keys()], (one) => one === house.focus.who) ?? "";
  const outcome = await ask(house, OFFICE, { do: "absence.close-case", name: who, note: "已核对" });
  if (outcome.of !== "absence.case-closed") return;
  const handled = books.handled.get(who) ?? new Set();
  books.handled.set(who, handled);
  for (const one of judgeBooks(books, who, house.rules, isoDay(house.now)).cases) handled.add(one);
}

/** A case that stands no more and comes again is a new one. */
export function forgetGone({ books, rules, now }: PastHouse): void {
  for (const [who, handled] of books.handled) {
    const standing = new Set(judgeBooks(books, who, rules, isoDay(now)).cases);
    for (const one of handled) if (!standing.has(one)) handled.delete(one);
  }
}

/** The cases that wait for the office, by the books. */
export const openCases = (
  { books, rules, now }: Pick<PastHouse, "books" | "now"> & { readonly rules: readonly RuleText[] },
  who: string,
): readonly string[] =>
  judgeBooks(books, who, rules, isoDay(now)).cases.filter((one) => books.handled.get(who)?.has(one) !== true);
