import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Service } from "#src/compose/service.ts";
import { type City, openCity } from "#test/support/city.ts";
import { eventually } from "#test/support/eventually.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.database.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version, bound_at)
    select channel, bot, sender || '-pad', conversation || '-pad', person_id, notice_version, bound_at
    from accounts where sender = 'web:demo:liming'`);
});
afterAll(() => city.close());

const PLACES = ["liming", "liming-pad"] as const;

const say = (service: Service, place: string, text: string): Promise<unknown> => {
  const conversation = `web:demo:${place}`;
  const from = { channel: "web", bot: "demo", conversation, sender: conversation };
  const body = { kind: "text", text, attachments: [] } as const;
  return service.accept({ ...from, externalId: randomUUID(), sentAt: city.now, body });
};

const kinds = (before: number): string[] => city.wire.sent.slice(before).map((one) => one.kind);

/** The deputy says it on both, and sees both cards. */
async function showCards(said: string): Promise<void> {
  for (const place of PLACES) {
    const before = city.wire.sent.length;
    await say(city.service, place, said);
    await eventually(() => expect(kinds(before)).toContain("report.card"));
  }
}

test("the same report from two phones of one deputy at once is filed once and asked about once", async () => {
  for (const said of ["昨天走访黄连村12户", "昨天走访平寨村3户", "昨天走访甘庄村6户"]) {
    await showCards(said);
    const before = city.wire.sent.length;
    await Promise.all(PLACES.map((place) => say(city.service, place, "对")));
    await eventually(() => expect(kinds(before).sort()).toEqual(["report.filed", "sure.similar"]));
    await Promise.all(PLACES.map((place) => say(city.service, place, "不用了")));
  }
});

test("also where each phone is served by a process of its own", async () => {
  const other = await city.another();
  await showCards("昨天走访新场村4户");
  const before = city.wire.sent.length;
  // Both processes are held up at the numbers, so that neither has seen what the other writes.
  await city.database.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lvzhi.numbers'))`);
    await say(city.service, "liming", "对");
    await seen(async () => (await countWaiting()) === 1 || undefined);
    await say(other, "liming-pad", "对");
    await seen(async () => (await countWaiting()) === 2 || undefined);
  });
  await eventually(() => expect(kinds(before).sort()).toEqual(["report.filed", "sure.similar"]));
});

async function countWaiting(): Promise<number> {
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`);
  return row?.n ?? 0;
}
