import type { FastifyInstance } from "fastify";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "#db/demo/cast.ts";
import { type City, openCity } from "#test/support/city.ts";
import { openWebApp } from "#test/support/web-app.ts";

let city: City;
let app: FastifyInstance;
beforeAll(async () => {
  city = await openCity();
  ({ app } = await openWebApp(city.database.db, () => city.now));
});
afterAll(async () => {
  await app.close();
  await city.close();
});

/** Files a sentence with one photo; returns the filing's number and the photo's id. */
async function filed(name: string, said: string): Promise<{ number: string; id: string }> {
  await city.person(name).shows(1, said);
  const [receipt] = await city.person(name).says("对");
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id from attachments order by created_at desc limit 1`,
  );
  return { number: receipt?.number ?? "", id: row?.id ?? "" };
}

async function readers(id: string): Promise<string[]> {
  const may = await Promise.all(
    CAST.map(async ({ id: persona, name }) => {
      const { statusCode } = await app.inject({ url: `/api/chat/files/${id}?persona=${persona}` });
      return statusCode === 200 ? [name] : [];
    }),
  );
  return may.flat();
}

const reads = async (): Promise<number> =>
  (await city.database.db.execute(sql`select 1 from audit where action = 'file.read'`)).length;

test("a photo of a report is shown to its deputy and to the staff who look after him, and every reading is kept", async () => {
  const { id, number } = await filed("李明", "今天走访黄连村12户");
  expect(await readers(id)).toEqual(["李明", "刘敏", "孙丽", "何志远"]);
  expect(await reads()).toBe(3);
  await city.person("李明").says(`撤销 ${number}`);
  expect(await readers(id)).toEqual(["李明"]);
});

test("a photo that is still on a card is the sender's alone", async () => {
  await city.person("王芳").shows(1, "今天走访黄连村3户");
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id from attachments order by created_at desc limit 1`,
  );
  expect(await readers(row?.id ?? "")).toEqual(["王芳"]);
  await city.person("王芳").says("算了");
});

test("a resident's photo of a place is for the staff of that place and the office", async () => {
  const { id } = await filed("居民", "黄连村二组路灯坏了三天");
  expect(await readers(id)).toEqual(["刘敏", "孙丽", "何志远", "居民"]);
});

test("an id that somebody else may see cannot be sent as one's own", async () => {
  const { id } = await filed("陈建国", "今天走访甘庄村3户");
  const answer = await app.inject({
    method: "POST",
    url: "/api/chat/messages",
    payload: { persona: "clerk-yangchang", id: "x-1", text: "看", attachments: [id] },
  });
  expect(answer.statusCode).toBe(404);
});
