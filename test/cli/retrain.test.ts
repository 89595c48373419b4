import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { opinions } from "#db/schema/cases.ts";
import { retrainFrom } from "#src/cli/lvzhi/retrain.ts";
import type { OpinionCategory } from "#src/domain/opinion-category.ts";
import { readModel } from "#src/understanding/categories/model.ts";
import { macroF1 } from "#src/understanding/categories/retrain.ts";
import { cloneDatabase } from "#test/support/database.ts";

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const filedAt = new Date("2026-09-16T09:00:00+08:00");
const file = (rows: readonly (readonly [string, OpinionCategory])[]) =>
  database.db.insert(opinions).values(
    rows.map(([text, category], at) => ({
      number: `${category}-${at}-${text.length}`,
      text,
      category,
      filedAt,
    })),
  );

test("a house with hardly an opinion teaches nothing", async () => {
  await expect(retrainFrom(database.db)).rejects.toThrow("There are 0 opinions on file; 25 are needed");
});

test("what people put into categories teaches the model, and what they sorted by chance is refused", async () => {
  const to = path.join(mkdtempSync(path.join(tmpdir(), "lvzhi-retrain-")), "model.tsv");
  await file(Array.from({ length: 30 }, (_, at) => [`白水河漂流码头${at}号救生圈没得`, "safety"] as const));
  expect(await retrainFrom(database.db, to)).toMatch(/^trained on 30 texts; .* 1\.000 after/u);
  const model = readModel(readFileSync(to, "utf8"));
  expect(macroF1([{ text: "漂流码头没得救生圈", category: "safety" }], model)).toBe(1);

  // What was withdrawn teaches nothing.
  await database.db.update(opinions).set({ state: "withdrawn" });
  await file(
    Array.from({ length: 90 }, (_, at) => [`路灯不亮${at}`, at % 5 === 4 ? "urban" : "health"] as const),
  );
  await expect(retrainFrom(database.db, to)).rejects.toThrow("The new model is worse and was not kept");
}, 120_000);
