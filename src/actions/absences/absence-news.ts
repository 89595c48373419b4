import type { NoticeKey, Withdrawn } from "#db/queries/absence-notices.ts";
import type { AttendedActivity, DeputyAttendance } from "#db/queries/attendance-facts.ts";
import type { AbsenceRule } from "#src/domain/attendance/attendance-policy.ts";
import { CAME } from "#src/domain/attendance/came.ts";
import type { Day } from "#src/domain/day.ts";
import type { News } from "#src/domain/news.ts";
import { nextAllowedInstant } from "#src/domain/reminder-policy.ts";
import type { ActivityView } from "#src/domain/requests/activity.ts";
import type { RuleQuoted } from "#src/domain/requests/absence.ts";
import type { AbsenceNews } from "#src/domain/requests/absence-news.ts";
import type { World } from "#src/domain/rules.ts";
import { objectionEnd } from "./objection-end.ts";
import { absenceKey, type Raised } from "./told-key.ts";
import { toActivityView } from "#src/domain/activity-view.ts";

/** A notice that the rules ask for, with all that has to be said about it. */
export type Found = {
  readonly deputy: DeputyAttendance;
  readonly notice: NoticeKey;
  readonly terms: AbsenceRule;
  readonly at: AttendedActivity;
  /** The absences it rests on, itself included. */
  readonly grounds: readonly AttendedActivity[];
  readonly isStrike: boolean;
};

type Warning = Extract<AbsenceNews, { kind: "absence.warned" }>;
type Office = ReadonlyMap<number, readonly number[]>;

/** Source and article as one phrase: 代表法 第六十二条第三项. */
export const quoteRule = ({ cite, leads_to: leadsTo }: AbsenceRule): RuleQuoted => ({
  text: cite.text ?? "",
  source: [cite.source, cite.article].filter((part) => part !== undefined).join(" "),
  leadsTo,
});

// What is told at night is told in the morning: the time runs from then.
const objectionDay = (world: World): Day | null =>
  objectionEnd(nextAllowedInstant(world.now, world.policy.reminders, world.zone), world);

/** Who is told what about a notice that was just raised: the deputy, and of a strike the office as well. */
export const toRaisedNews = (found: Found, raised: Raised, office: Office, world: World): News[] =>
  found.isStrike ? toStrikeNews(found, raised, office, world) : [toWarning(found, raised, world)];

const toWarning = ({ deputy, notice, terms, at, grounds }: Found, raised: Raised, world: World): News => ({
  to: deputy.personId,
  key: absenceKey("told", raised),
  word: {
    kind: "absence.warned",
    activity: toActivityView(at, world),
    rule: quoteRule(terms),
    level: notice.level,
    strikeAt: terms.strike_at,
    ...elsewhereAt(deputy, grounds, world),
    ...convertedTo(deputy, terms, at, world),
    objectBy: objectionDay(world),
  },
});

// Several sittings missed count as the session missed: which they are, and by how many.
function convertedTo(
  { facts }: DeputyAttendance,
  { kinds, converts }: AbsenceRule,
  at: AttendedActivity,
  world: World,
): Pick<Warning, "converted"> {
  const conversion = kinds.includes(at.kind)
    ? undefined
    : converts.find(({ sittings }) => sittings.includes(at.kind));
  if (conversion === undefined) return {};
  const missed = facts.activities.filter(
    (one) =>
      one.session === at.session &&
      conversion.sittings.includes(one.kind) &&
      one.status === "absent" &&
      one.date <= at.date,
  );
  return {
    converted: { times: conversion.times, sittings: missed.map((one) => toActivityView(one, world)) },
  };
}

function toStrikeNews(
  { deputy, notice, terms, grounds }: Found,
  raised: Raised,
  office: Office,
  world: World,
): News[] {
  const { name, code, group } = deputy;
  const rule = quoteRule(terms);
  const activities = grounds.map((one) => toActivityView(one, world));
  const other = elsewhereAt(deputy, grounds, world);
  const steps = terms.severity === "high" ? [] : world.policy.interventions;
  const told: News = {
    to: deputy.personId,
    key: absenceKey("told", raised),
    word: { kind: "absence.struck", activities, rule, ...other, objectBy: objectionDay(world) },
  };
  const cases = (office.get(notice.mandateId) ?? []).map((person): News => ({
    to: person,
    key: absenceKey("case", raised),
    word: { kind: "absence.case", who: { name, code, group }, activities, rule, ...other, steps },
  }));
  return [told, ...cases];
}

// By a register of the same time the deputy was somewhere else: nobody is struck without a word of it.
function elsewhereAt(
  { facts }: DeputyAttendance,
  grounds: readonly AttendedActivity[],
  world: World,
): { readonly elsewhere?: readonly ActivityView[] } {
  const found = facts.activities.filter(
    (one) => CAME.has(one.status) && !one.bySittings && grounds.some((ground) => areAtOneTime(one, ground)),
  );
  return found.length === 0 ? {} : { elsewhere: found.map((one) => toActivityView(one, world)) };
}

const areAtOneTime = (one: AttendedActivity, other: AttendedActivity): boolean =>
  one.id !== other.id &&
  one.session !== other.id &&
  other.session !== one.id &&
  Math.abs(Date.parse(one.startsAt) - Date.parse(other.startsAt)) < USUAL_MS;

/** How long an activity is taken to go on where that is not on record. */
const USUAL_MS = 2 * 3_600_000;

/**
 * Who is told that a notice is withdrawn. Where the same absence stays under the rule at another level, the deputy
 * hears that the strike is gone, and nothing when a warning only grew into one.
 */
export function toWithdrawnNews(notice: Withdrawn, office: Office, stands: boolean, world: World): News[] {
  const strikeAt = world.policy.attendance.rules[notice.rule]?.strike_at ?? Infinity;
  const strike = notice.strike ?? notice.level >= strikeAt;
  const activity = toActivityView(notice.activity, world);
  const readers = strike ? (office.get(notice.mandateId) ?? []) : [];
  const told: News = {
    to: notice.personId,
    key: absenceKey("withdrawn", notice),
    word: { kind: "absence.withdrawn", activity, strike, stands },
  };
  return [
    ...(stands && !strike ? [] : [told]),
    ...readers.map((person): News => ({
      to: person,
      key: absenceKey("case-withdrawn", notice),
      word: { kind: "absence.case-withdrawn", name: notice.name, activity },
    })),
  ];
}
