import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect, isTransient } from "#db/client.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { type Door, openDoor } from "#test/support/postgres-door.ts";

let own: Awaited<ReturnType<typeof cloneDatabase>>;
let door: Door;
/** How often the driver has asked for the types of arrays, and how often it is cut there. */
let asked = 0;
let cuts = 0;
let client: ReturnType<typeof connect>;
const unheard: unknown[] = [];
const note = (error: unknown): void => void unheard.push(error);
beforeAll(async () => {
  own = await cloneDatabase();
  door = await openDoor(own.address, (bytes) => {
    if (!bytes.includes("b.typarray")) return false;
    asked += 1;
    return asked <= cuts;
  });
  process.on("unhandledRejection", note);
});
afterEach(() => client.end({ timeout: 1 }));
afterAll(async () => {
  process.off("unhandledRejection", note);
  door.close();
  await own.drop();
});

function openCut(times: number): void {
  asked = 0;
  cuts = times;
  client = connect({ url: door.url }, 1);
}

const askArrays = async (): Promise<unknown> =>
  client<{ sum: number }[]>`select (${[1, 2]}::int4[])[2] as sum, array['a', 'b'] as words`;

test("a connection that is cut while the driver asks for the types of arrays fails whoever wanted it, and nothing else", async () => {
  openCut(1);
  const lost = await askArrays().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(isTransient(lost)).toBe(true);
  expect(await askArrays()).toEqual([{ sum: 2, words: ["a", "b"] }]);
  await sleep(20);
  expect(asked).toBe(2);
  expect(unheard).toEqual([]);
});

test("so does the transaction that wanted it", async () => {
  openCut(1);
  const work = (): Promise<unknown> => client.begin((sql) => sql`select array[1, 2] as numbers`);
  await expect(work()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await work()).toEqual([{ numbers: [1, 2] }]);
  await sleep(20);
  expect(unheard).toEqual([]);
});
