import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "#db/demo/cast.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { openWebApp } from "#test/support/web-app.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let app: FastifyInstance;
let id: string;
beforeAll(async () => {
  database = await cloneDatabase();
  const web = await openWebApp(database.db, () => new Date("2026-09-16T09:00:00+08:00"));
  ({ app } = web);
  const file = { name: "名单.png", type: "image/png", bytes: Buffer.from("not for others") };
  const saved = await web.files.save("web:demo:liming", file);
  id = typeof saved === "string" ? "" : saved.id;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const get = (file: string, persona?: string) =>
  app.inject({ url: `/api/chat/files/${file}${persona === undefined ? "" : `?persona=${persona}`}` });

test("a file is shown to its owner", async () => {
  const { statusCode, body } = await get(id, "liming");
  expect([statusCode, body]).toEqual([200, "not for others"]);
});

test("to everybody else it reads like a file that does not exist", async () => {
  const others = CAST.map((one) => one.id).filter((one) => one !== "liming");
  for (const persona of [...others, "nobody", undefined]) {
    const [there, nowhere] = [await get(id, persona), await get("no-such-file", persona)];
    expect([there.statusCode, there.body]).toEqual([nowhere.statusCode, nowhere.body]);
    expect(there.statusCode).toBe(404);
  }
});
