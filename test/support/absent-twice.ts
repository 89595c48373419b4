import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { City, Person } from "./city.ts";
import { eventually } from "./eventually.ts";

export const JULY = "活-2026-001";
export const YESTERDAY = "活-2026-002";

type House = {
  readonly clerk: () => Person;
  readonly office: () => Person;
  readonly yang: () => Person;
  readonly heard: (name: string, kind: string) => readonly string[];
  /** Registers yesterday's activity and makes it final. */
  readonly finalise: (register: string) => Promise<void>;
  /** Yesterday's register is final, and 杨秀英 is told of her second absence. */
  readonly struck: () => Promise<void>;
  readonly statusOf: (number: string, name: string) => Promise<string | undefined>;
};

/** 杨秀英 was absent without leave on 18 July, and does not come to yesterday's activity either: both are told at once. */
export function absentTwice(city: () => City): House {
  const clerk = (): Person => city().person("刘敏");
  const heard = (name: string, kind: string): readonly string[] =>
    city()
      .person(name)
      .heard()
      .filter((one) => one.kind === kind)
      .map((one) => one.text);
  const finalise = async (register: string): Promise<void> => {
    for (const said of [`到会 ${YESTERDAY} ${register}`, "对", `定稿 ${YESTERDAY}`, "对"])
      await clerk().says(said);
  };
  return {
    clerk,
    office: () => city().person("孙丽"),
    yang: () => city().person("杨秀英"),
    heard,
    finalise,
    struck: async () => {
      await finalise("除杨秀英外全到");
      await eventually(() => expect(heard("杨秀英", "absence.struck")).toHaveLength(1));
    },
    statusOf: async (number, name) => {
      const [row] = await city().database.db.execute<{ status: string }>(sql`
        select t.status from attendances t join activities a on a.id = t.activity_id
          join people p on p.id = t.person_id where a.number = ${number} and p.name = ${name}`);
      return row?.status;
    },
  };
}
