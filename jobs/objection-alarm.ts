import { listOpenToObjection, type OpenToObjection } from "#db/queries/absence-told.ts";
import type { Tx } from "#db/client.ts";
import { noteEachOnce, noteOnce } from "#db/queries/settings.ts";
import { listStaffOfMandates } from "#db/queries/staff-over.ts";
import { listStaff } from "#db/queries/staff.ts";
import { toActivityView } from "#src/domain/activity-view.ts";
import { daysBefore } from "#src/domain/ago.ts";
import { type ClockRule, dueDay } from "#src/domain/clock-rule.ts";
import { findUnknownEnd } from "#src/domain/find-unknown-end.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { News } from "#src/domain/news.ts";
import type { World } from "#src/domain/rules.ts";
import { tell } from "#src/outbox/tell.ts";
import type { JobParts } from "./job.ts";

/** No clock is longer than 366 working days. */
const LONGEST_DAYS = 2 * 366;

/**
 * Says to the office, and in the log, where the last day for objections falls into a year whose working days are
 * unknown: once ahead, and for each activity whose absent deputies were told. Nobody guesses, and the time does not end.
 */
export async function soundObjectionAlarm(tx: Tx, parts: JobParts, world: World): Promise<void> {
  const rule = world.policy.clocks["objection"];
  if (rule === undefined) return;
  await tell(tx, parts.vault, await ahead(tx, parts, rule, world), world);
  const found = await listEndless(tx, rule, world);
  // An activity is news once, for as long as it can be looked at: what keys of messages are kept goes before that.
  const fresh = await noteEachOnce(tx, found.map(noteOf), world.now.toISOString());
  const endless = found.filter((one) => fresh.has(noteOf(one)));
  const heard = await tell(tx, parts.vault, await toNews(tx, endless, world), world);
  if (heard > 0)
    parts.log.error("calendar.objection-without-end", {
      activities: [...new Set(endless.map((one) => one.activityId))].join(" "),
    });
}

async function ahead(
  tx: Tx,
  { log }: JobParts,
  rule: ClockRule,
  { today, calendar, now }: World,
): Promise<readonly News[]> {
  const end = findUnknownEnd(rule, today, calendar);
  if (end === null) return [];
  const key = `calendar.alarm.objection.${end.year}`;
  if (!(await noteOnce(tx, key, now.toISOString()))) return [];
  log.error("calendar.objections-ahead", end);
  const office = await listStaff(tx, ["office"], today);
  const word = { kind: "absence.no-end-ahead", ...end } as const;
  return office.map(({ personId: to }) => ({ to, key: `objection-calendar:${end.year}`, word }));
}

type Endless = OpenToObjection & { readonly year: number };

const noteOf = ({ activityId, year }: Endless): string => `calendar.alarm.no-end.${activityId}.${year}`;

async function listEndless(
  tx: Tx,
  rule: ClockRule,
  { calendar, zone, now }: World,
): Promise<readonly Endless[]> {
  const open = await listOpenToObjection(tx, daysBefore(now, LONGEST_DAYS));
  return open.flatMap((one): Endless[] => {
    const due = dueDay(rule, localDay(one.toldAt, zone), calendar);
    return typeof due === "string" ? [] : [{ ...one, year: due.year }];
  });
}

async function toNews(tx: Tx, endless: readonly Endless[], { today, zone }: World): Promise<readonly News[]> {
  const office = await listStaffOfMandates(
    tx,
    endless.map((one) => one.mandateId),
    ["office"],
    today,
  );
  const byActivity = Map.groupBy(endless, ({ activityId, year }) => `objection-no-end:${activityId}:${year}`);
  return [...byActivity].flatMap(([key, absent]) => {
    const [first] = absent;
    if (first === undefined) return [];
    const { year } = first;
    const readers = new Set(absent.flatMap((one) => office.get(one.mandateId) ?? []));
    const names = [...new Set(absent.map((one) => one.name))];
    const word = { kind: "absence.no-end", activity: toActivityView(first, { zone }), names, year } as const;
    return [...readers].map((to): News => ({ to, key, word }));
  });
}
