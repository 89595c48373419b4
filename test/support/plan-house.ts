import { type SQL, sql } from "drizzle-orm";
import type { Work } from "#jobs/job.ts";
import { type City, openCity } from "./city.ts";
import { at, runAt } from "./clockwork.ts";
import type { PlannedRow } from "./plan-file.ts";

/** Row `number` of a plan: an activity of one group at nine in the morning. */
export const plannedRow = (number: number, on: string, more: PlannedRow = {}): PlannedRow => ({
  number,
  org: "羊昌镇代表小组",
  kind: "代表小组活动",
  when: on,
  time: "9:00",
  place: "羊昌镇政府",
  ...more,
});

type Heard = ReturnType<ReturnType<City["person"]>["heard"]>;

/** A district in which a clerk plans a year. */
export type PlanHouse = {
  readonly city: City;
  readonly clerk: () => ReturnType<City["person"]>;
  /** What somebody heard of one kind. */
  readonly heard: (name: string, kind: string) => Heard;
  /** A count, as the statement names it `n`. */
  readonly count: (what: SQL) => Promise<number>;
  /** How many activities come from plans. */
  readonly planned: () => Promise<number>;
  /** Lets the clock show a moment, and the notices that are due then go out. */
  readonly turn: (moment: string) => Promise<Work | null>;
};

/** Opens such a district at a moment of its wall clock: `2027-03-01 10:00`. */
export async function openPlanHouse(moment: string): Promise<PlanHouse> {
  const city = await openCity(at(moment).toISOString());
  const { db } = city.database;
  const count = async (what: SQL): Promise<number> => (await db.execute<{ n: number }>(what))[0]?.n ?? 0;
  return {
    city,
    count,
    clerk: () => city.person("刘敏"),
    heard: (name, kind) =>
      city
        .person(name)
        .heard()
        .filter((one) => one.kind === kind),
    planned: () => count(sql`select count(*)::int4 n from activities where plan_key is not null`),
    turn: (when) => {
      city.now = at(when);
      return runAt(db, "plan-notices", city.now);
    },
  };
}
