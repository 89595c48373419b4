import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// Two deputies share a name: each page opens by the office's own number.
let city: City;
beforeAll(async () => {
  city = await openCity();
  await city.database.db.execute(sql`update people set code = 'D01' where name = '李明'`);
  await city.database.db.execute(sql`update people set name = '李明', code = 'D02' where name = '王芳'`);
});
afterAll(() => city.close());

test("the name alone offers both to tap, and the number opens the page", async () => {
  const office = city.person("孙丽");
  const [asked] = await office.says("代表 李明");
  expect(asked?.text).toContain("李明(编号D02\uff0c");
  expect((await office.taps("代表 D02"))[0]?.kind).toBe("figures.profile");
  for (const words of ["代表 D01", "代表 d02", "代表 李明(编号D01)", "代表 李明D02"])
    expect((await office.says(words))[0]?.kind).toBe("figures.profile");
  for (const words of ["代表 D77", "代表 王芳D01"])
    expect((await office.says(words))[0]?.kind).toBe("figures.refused");
});
