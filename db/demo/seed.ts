import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { readFileSync } from "node:fs";
import type { Tx } from "../client.ts";
import { type NewOrg, insertOrgs } from "../queries/orgs.ts";
import { accounts, mandates, people, staffRoles } from "../schema/people.ts";
import { saveSetting } from "../queries/settings.ts";
import { seedActivities } from "./activities.ts";
import { CAST, type Persona, STAFF_ROLE_OF } from "./cast.ts";

type Places = {
  readonly towns: readonly {
    readonly name: string;
    readonly code: string;
    readonly villages: readonly string[];
  }[];
};

const TERM_BEGAN = "2021-12-20";

/** Fills an empty database with the sample district, dated from `now`; the same ids at every fresh start. */
export async function seedDemo(tx: Tx, now: Date): Promise<void> {
  const orgIds = await seedOrgs(tx);
  const personIds = await seedPeople(tx, orgIds, now);
  await seedActivities(tx, orgIds, personIds, now);
  await saveSetting(tx, "mode", "demo");
  await saveSetting(tx, "opened_at", now.toISOString());
}

async function seedOrgs(tx: Tx): Promise<Map<string, number>> {
  const { towns } = JSON.parse(readFileSync(new URL("./places.json", import.meta.url), "utf8")) as Places;
  const ids = new Map<string, number>();
  const add = async (rows: readonly NewOrg[]): Promise<void> => {
    const added = await insertOrgs(tx, rows);
    for (const [index, row] of rows.entries()) ids.set(row.name, ids.get(row.name) ?? added[index] ?? 0);
  };
  const under = (name: string): number | null => ids.get(name) ?? null;
  await add([{ kind: "province", name: "贵州省", parentId: null }]);
  await add([{ kind: "city", name: "贵阳市", parentId: under("贵州省") }]);
  await add([{ kind: "district", name: "乌当区", parentId: under("贵阳市"), code: "520112" }]);
  await add(towns.map(({ name, code }) => ({ kind: "township", name, code, parentId: under("乌当区") })));
  await add(
    towns.flatMap(({ name, villages }) =>
      villages.map((village) => ({ kind: "village" as const, name: village, parentId: under(name) })),
    ),
  );
  await add(
    ["羊昌镇", "东风镇"].flatMap((town) => [
      { kind: "deputy_group" as const, name: `${town}代表小组`, parentId: under(town) },
      { kind: "liaison_station" as const, name: `${town}代表联络站`, parentId: under(town) },
    ]),
  );
  const units = CAST.filter((one) => one.role === "unit").map((one) => one.org);
  await add(units.map((name) => ({ kind: "handling_unit", name, parentId: under("乌当区") })));
  return ids;
}

async function seedPeople(tx: Tx, orgIds: Map<string, number>, now: Date): Promise<Map<string, number>> {
  const known = CAST.filter((one) => one.role !== "stranger");
  const kindOf = (one: Persona) => (one.role === "resident" ? ("resident" as const) : ("member" as const));
  const added = await tx
    .insert(people)
    .values(known.map((one) => ({ name: one.name, kind: kindOf(one), createdAt: now })))
    .returning({ id: people.id });
  const ids = new Map(known.map((one, index) => [one.id, added[index]?.id ?? 0]));
  const idOf = (one: Persona): number => ids.get(one.id) ?? 0;
  await tx.insert(accounts).values(known.map((one) => toAccount(one, idOf(one), now)));
  const deputies = known.filter((one) => one.role === "deputy");
  await tx.insert(mandates).values(deputies.map((one) => toMandate(one, idOf(one), orgIds)));
  await tx.insert(staffRoles).values(
    known.flatMap((one) => {
      const role = STAFF_ROLE_OF[one.role];
      const orgId = orgIds.get(one.org) ?? 0;
      return role === null ? [] : [{ personId: idOf(one), orgId, role, validFrom: TERM_BEGAN }];
    }),
  );
  return ids;
}

const toAccount = ({ id }: Persona, personId: number, boundAt: Date): typeof accounts.$inferInsert => ({
  channel: "web",
  bot: "demo",
  sender: `web:demo:${id}`,
  conversation: `web:demo:${id}`,
  personId,
  noticeVersion: NOTICE_VERSION,
  boundAt,
});

function toMandate(
  { org }: Persona,
  personId: number,
  orgIds: Map<string, number>,
): typeof mandates.$inferInsert {
  const town = org.replace("代表小组", "");
  return {
    personId,
    level: "district",
    term: "第十八届",
    groupId: orgIds.get(org) ?? null,
    townshipId: orgIds.get(town) ?? null,
    stationId: orgIds.get(`${town}代表联络站`) ?? null,
    validFrom: TERM_BEGAN,
  };
}
