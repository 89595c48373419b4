import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());

test.for(["昨天走访黄连村5户,有照片", "今天调研农贸市场,附照片", "今天走访了几户群众,有照片"])(
  "%s tells of a deed, and is no question about records with photos",
  async (words) => {
    const li = city.person("李明");
    expect((await li.says(words))[0]?.kind).toMatch(/^report\./u);
    await li.says("不要");
  },
);

test("今天走访户数5户 is a report, and changes no record of that day", async () => {
  const li = city.person("李明");
  await li.says("今天上午走访黄连村3户");
  await li.says("对");
  expect((await li.says("今天走访户数5户"))[0]?.kind).toMatch(/^report\.(?:card|question)|^sure/u);
});

// A line that repeats itself may not keep the others waiting.
test.for([
  `签到码${"看".repeat(60)}x`,
  `导${"个".repeat(60)}x`,
  `${"再交".repeat(60)}x`,
  `${"我要我想".repeat(40)}x`,
  `${"错了写错".repeat(20)}x`,
  `${"不是真的".repeat(60)}x`,
  `${"我想问一下".repeat(40)}x`,
  `${"人错了错人".repeat(40)}x`,
  `${"那就".repeat(60)}x`,
  `${"我的".repeat(60)}x`,
  `${"一共".repeat(60)}x`,
  `${"是的".repeat(60)}x`,
  `${"好的".repeat(60)}x`,
])("%s is answered at once", async (words) => {
  for (const name of ["李明", "刘敏"]) {
    const from = performance.now();
    await city.person(name).says(words);
    expect(performance.now() - from).toBeLessThan(4_000);
  }
});
