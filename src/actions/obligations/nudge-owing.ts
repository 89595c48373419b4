import type { Tx } from "#db/client.ts";
import { insertNudges, listNudgedOn } from "#db/queries/nudges.ts";
import { listOwing, type OwingDeputy } from "#db/queries/owing.ts";
import { addDays, type Day, WEEK } from "#src/domain/day.ts";
import { localDay, toInstant, toMinute } from "#src/domain/local-time.ts";
import { type News, newsKey } from "#src/domain/news.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { SureOutcome } from "#src/domain/request.ts";
import type { ObligationOutcome, ObligationRequest } from "#src/domain/requests/obligation.ts";
import type { World } from "#src/domain/rules.ts";
import { nearestWorkday } from "#src/domain/working-calendar.ts";
import type { Grant } from "../gate.ts";
import { restOn } from "../rest-on.ts";
import type { Told } from "../told.ts";
import { listLateObligations } from "./list-owed.ts";
import { rulesFor, submissionOf } from "./competence.ts";

type Nudge = Extract<ObligationRequest, { do: "obligation.nudge" }>;

/**
 * Reminds those who have not handed in a report that is due soon or overdue, shown by name first: each once a
 * day; on a day of rest on the next that is worked, and by night in the morning. Who handed it in since the look, or
 * until it is told, is left alone.
 */
export async function nudgeOwing(
  tx: Tx,
  grant: Grant,
  { submission, people }: Nudge,
  world: World,
): Promise<Told<ObligationOutcome> | SureOutcome | ObligationOutcome> {
  const { policy, today } = world;
  const rules = rulesFor(policy, submission);
  const until = addDays(today, policy.reminders.owed_ahead_days);
  const owing = (await listOwing(tx, grant.scope, { rules, today, until })).filter(
    ({ personId }) => personId !== grant.actorId && (people === undefined || people.includes(personId)),
  );
  const asked = submission === undefined ? {} : { submission };
  const ids = [...new Set(owing.map(({ personId }) => personId))];
  if (people === undefined && ids.length === 0)
    return listLateObligations(tx, grant, { do: "obligation.late", ...asked }, world);
  if (people === undefined) {
    const names = [...new Map(owing.map(({ personId, name }) => [personId, name])).values()];
    const titles = [...new Set(owing.map(({ title }) => title))];
    return {
      of: "sure",
      card: `w-${submission ?? "any"}`,
      request: { do: "obligation.nudge", ...asked, people: ids },
      question: { kind: "sure.nudge-owing", titles, names, ...restOn(today, world) },
    };
  }
  const { on, dueAt } = nudgeTime(world);
  const told =
    dueAt === null ? await tellNow(tx, grant, owing, world) : await holdBack(tx, owing, { on, dueAt }, world);
  const { count } = told;
  return { outcome: { of: "obligation.nudged", count, before: ids.length - count }, news: told.news };
}

type Nudged = { readonly count: number; readonly news: readonly News[] };

async function tellNow(
  tx: Tx,
  { actorName: by }: Grant,
  owing: readonly OwingDeputy[],
  { policy, today }: World,
): Promise<Nudged> {
  const key = `obligation-nudged:${today}`;
  const people = [...Map.groupBy(owing, ({ personId }) => personId)].map(([to, own]) => ({ to, own }));
  const before = await listNudgedOn(
    tx,
    people.map(({ to }) => ({ personId: to, key: newsKey({ key, to }) })),
    today,
  );
  const news = people
    .filter(({ to }) => !before.has(to))
    .map(({ to, own }) => {
      const owed = own.map((one) => toOwed(one, policy));
      return { to, key, word: { kind: "obligation.nudged", by, owed } as const };
    });
  return { count: news.length, news };
}

// Written down, and put into words when it is told: whoever has handed in by then hears nothing of it.
async function holdBack(
  tx: Tx,
  owing: readonly OwingDeputy[],
  { on, dueAt }: { readonly on: Day; readonly dueAt: Date },
  { now, zone }: World,
): Promise<Nudged> {
  const validUntil = toInstant(addDays(on, WEEK), 0, zone);
  const added = await insertNudges(tx, owing, { on, dueAt, validUntil }, now);
  return { count: added.size, news: [] };
}

const toOwed = ({ title, dueOn, rule }: OwingDeputy, policy: World["policy"]) => {
  const submission = submissionOf(rule, policy);
  return { title, dueOn, ...(submission === undefined ? {} : { submission }) };
};

// At once on a day that is worked, or of which nobody knows whether it is; not in quiet hours and not on a day of rest.
function nudgeTime({ now, calendar, policy, zone }: World): {
  readonly on: Day;
  readonly dueAt: Date | null;
} {
  const at = nextAllowedInstant(now, policy.reminders, zone);
  const day = localDay(at, zone);
  const next = calendar.isWorkday(day) === false ? nearestWorkday(addDays(day, 1), 1, calendar) : day;
  if (typeof next === "string" && next !== day)
    return { on: next, dueAt: toInstant(next, toMinute(policy.reminders.hour), zone) };
  return { on: day, dueAt: at > now ? at : null };
}
