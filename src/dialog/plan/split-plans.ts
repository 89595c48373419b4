import type { Day } from "#src/domain/day.ts";
import type { Facts } from "#src/domain/facts.ts";
import { findDates } from "#src/understanding/dates/find-dates.ts";
import { findPlanKind } from "./plan-kind.ts";
import { readWhen } from "./plan-when.ts";
import { type ActivityDraft, readAnnouncement } from "./read-plan.ts";

const MEETS = /活动|开会|[开搞办召]个?[一-龥]{0,8}会|座谈|会议|走访|慰问|旁听|列席/u;
const UNTIL = /^[^,]{0,5}(?:前|之前|以前)/u;
const ABOUT = /(?:学习|宣传|宣讲|传达|部署|研究|讨论|检查|商量|安排|关于|做好|讲|谈)$/u;
const isEvent = (words: string): boolean => findPlanKind(words) !== undefined || MEETS.test(words);

/**
 * The activities of one message: a clause with a day and an event of its own begins another one, of the same body; of
 * several bodies each has its own.
 */
export function splitPlans(said: string, facts: Facts): readonly ActivityDraft[] {
  const pieces = split(said.normalize("NFKC"), facts.today);
  const [first, ...others] = pieces.map((one) => readAnnouncement(one, facts));
  if (first === undefined) return [];
  const plans = [
    first,
    ...others.map((one) => (first.org === undefined ? one : { ...one, org: ownName(one) ?? first.org })),
  ];
  return plans.flatMap(({ orgs, ...plan }) =>
    orgs === undefined ? [plan] : orgs.map((org) => ({ ...plan, org })),
  );

  function ownName({ org }: ActivityDraft): string | undefined {
    return org === undefined || org === "代表小组" || first?.org?.startsWith(org) === true ? undefined : org;
  }
}

function split(text: string, today: Day): readonly string[] {
  const plans: string[] = [];
  for (const clause of text.split(/(?<=[,;\n\u3002])/u)) {
    const before = plans.at(-1);
    if (before === undefined || !beginsAnother(before, clause, today))
      plans.push(`${plans.pop() ?? ""}${clause}`);
    else plans.push(clause);
  }
  return plans;
}

function beginsAnother(before: string, clause: string, today: Day): boolean {
  if (!isEvent(before) || !isEvent(clause)) return false;
  const { on, said = "" } = readWhen(clause, today);
  // 学习春节安全生产 says what is learned.
  if (
    on === undefined ||
    ABOUT.test(clause.slice(0, clause.indexOf(said))) ||
    UNTIL.test(clause.slice(clause.indexOf(said) + said.length - 1))
  )
    return false;
  const held = findDates(before, { today, prefer: "future" }).filter((one) => !one.wide && !one.doubtful);
  return held.length > 0 && !held.some((one) => one.start <= on && on <= one.end);
}
