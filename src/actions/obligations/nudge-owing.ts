import type { Tx } from "#db/client.ts";
import { listOwing, type OwingDeputy } from "#db/queries/owing.ts";
import { addDays } from "#src/domain/day.ts";
import { toInstant, toMinute } from "#src/domain/local-time.ts";
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
 * Reminds those who have not handed in a report that is due soon or overdue, shown by name first: each once a day, and
 * on a day of rest on the next that is worked. Who handed it in since the look is left alone.
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
  const dueAt = nextWorkingMorning(world);
  return {
    outcome: { of: "obligation.nudged", count: ids.length },
    news: [...Map.groupBy(owing, ({ personId }) => personId)].map(([to, own]) => ({
      to,
      key: `obligation-nudged:${own.map(({ id }) => id).join("-")}:${today}`,
      word: { kind: "obligation.nudged", by: grant.actorName, owed: own.map((one) => toOwed(one, policy)) },
      ...(dueAt === null ? {} : { dueAt }),
    })),
  };
}

const toOwed = ({ title, dueOn, rule }: OwingDeputy, policy: World["policy"]) => {
  const submission = submissionOf(rule, policy);
  return { title, dueOn, ...(submission === undefined ? {} : { submission }) };
};

// Null where it goes at once: today is worked, or nobody knows whether it is.
function nextWorkingMorning({ today, calendar, policy, zone }: World): Date | null {
  if (calendar.isWorkday(today) !== false) return null;
  const day = nearestWorkday(addDays(today, 1), 1, calendar);
  return typeof day === "string" ? toInstant(day, toMinute(policy.reminders.hour), zone) : null;
}
