import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { gathered } from "#db/gather.ts";
import { nextNumbers } from "#db/queries/numbers.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const asked: number[][] = [];
const double = gathered<number, number>(async (tx: Tx, all) => {
  asked.push([...all]);
  if (all.includes(13)) throw new RangeError("unlucky");
  await tx.execute(sql`select 1`);
  return all.map((one) => 2 * one);
});

test("what many ask at once is one question, and each hears the answers to its own", async () => {
  asked.length = 0;
  const answers = await database.db.transaction((tx) =>
    Promise.all([double(tx, [1, 2]), double(tx, []), double(tx, [3]), double(tx, [4, 5, 6])]),
  );
  expect(answers).toEqual([[2, 4], [], [6], [8, 10, 12]]);
  expect(asked).toEqual([[1, 2, 3, 4, 5, 6]]);
});

test("two transactions never share a question", async () => {
  asked.length = 0;
  await Promise.all([
    database.db.transaction((tx) => double(tx, [1])),
    database.db.transaction((tx) => double(tx, [2])),
  ]);
  expect(new Set(asked.flat())).toEqual(new Set([1, 2]));
  expect(asked).toHaveLength(2);
});

test("when the question fails, all who asked hear of it, and the next question is a fresh one", async () => {
  const settled = await database.db.transaction((tx) =>
    Promise.allSettled([double(tx, [1]), double(tx, [13])]),
  );
  expect(settled.map((one) => one.status)).toEqual(["rejected", "rejected"]);
  await expect(database.db.transaction((tx) => double(tx, [7]))).resolves.toEqual([14]);
});

test("numbers taken at once follow each other without a gap, in each series and year of their own", async () => {
  const take = () =>
    database.db.transaction((tx) =>
      Promise.all([
        nextNumbers(tx, "record", 2026, 2),
        nextNumbers(tx, "opinion", 2026, 1),
        nextNumbers(tx, "record", 2025, 1),
        nextNumbers(tx, "record", 2026, 1),
      ]),
    );
  expect(await take()).toEqual([
    ["履-2026-00001", "履-2026-00002"],
    ["意-2026-0001"],
    ["履-2025-00001"],
    ["履-2026-00003"],
  ]);
  expect((await take()).flat()).toEqual([
    "履-2026-00004",
    "履-2026-00005",
    "意-2026-0002",
    "履-2025-00002",
    "履-2026-00006",
  ]);
});
