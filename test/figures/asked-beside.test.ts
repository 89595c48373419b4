import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IDLE } from "#src/dialog/dialog.ts";
import { hearPageWords } from "#src/dialog/topics/page-words.ts";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  const files = async (name: string, line: string): Promise<void> => {
    await city.person(name).says(line);
    await city.person(name).says("对");
  };
  await files("张伟", "12月1号在水田坝视察河道");
  await files("吴红梅", "11月20日走访头堡村3户");
  await files("吴红梅", "12月1日走访头堡村8户");
  await files("周志强", "12月1日走访麦穗村2户");
});
afterAll(() => city.close());

const says = (name: string, words: string) => city.person(name).says(words);
const told = async (name: string, words: string): Promise<string> =>
  (await says(name, words)).map(({ text }) => text).join("\n");

describe("a place that stands in records and on no register", () => {
  test.each([
    "水田坝视察的是谁",
    "谁去了水田坝视察",
    "哪些代表在水田坝视察过",
    "水田坝视察的有哪些代表",
    "12月谁去了水田坝视察",
  ])("%s is of that place", async (words) => {
    const answer = await told("赵勇", words);
    expect(answer).toMatch(/^水田坝 2026年(?:12月)? 视察：1次/u);
    expect(answer).toContain("张伟 1次");
    expect(answer).not.toContain("没有用上");
  });

  test("of one that nothing was ever done at, that is said", async () => {
    expect(await told("赵勇", "老鹰坝视察的是谁")).toContain("没有查到这个地方或单位：老鹰坝");
  });

  test.each(["今年视察的是谁", "上个月走访的有哪些代表", "谁在今年视察过"])(
    "%s names none",
    async (words) => {
      expect(await told("赵勇", words)).not.toContain("没有查到");
    },
  );
});

describe("比上个月多多少", () => {
  test("says what there was, and how much more there is now", async () => {
    await says("赵勇", "这个月走访多少户");
    for (const words of ["比上个月多多少", "跟上个月比多了还是少了"])
      expect(await told("赵勇", words)).toMatch(
        /^东风镇 2026年11月 走访群众：\n1次\(1条记录，1位代表\)\n3户\n2026年12月\(还没过完\)：2次，10户；多1次、多7户/u,
      );
  });

  test("of a year the month is held against this month", async () => {
    await says("赵勇", "今年走访多少户");
    expect(await told("赵勇", "比上个月多多少")).toContain("2026年12月(还没过完)：2次，10户；多1次、多7户");
  });

  test("and another stretch alone has nothing beside it", async () => {
    await says("赵勇", "这个月走访多少户");
    expect(await told("赵勇", "上个月呢")).not.toContain("还没过完");
  });
});

test("a page that is named is of the list that was shown last, and of no older one", () => {
  const basis = { from: "2026-01-01", to: "2026-12-31" };
  const dialog = { ...IDLE, table: { list: "absences", basis } } as const;
  const older = { ...dialog, paged: { page: 1, pages: 4, of: "figures.attendance-lines" } } as const;
  expect(hearPageWords(older, "第三页")?.request).toBeUndefined();
  const shown = { ...dialog, paged: { page: 1, pages: 4, of: "figures.absences" } } as const;
  expect(hearPageWords(shown, "第三页")?.request).toEqual({ do: "figures.absences", basis, page: 3 });
});

test.each(["这个活动怎么样", "那个活动开得咋样", "这次培训情况怎么样"])(
  "%s is of an activity, and of no year's figure",
  async (words) => {
    const kinds = (await says("赵勇", words)).map(({ kind }) => kind);
    expect(kinds.some((kind) => kind.startsWith("figures."))).toBe(false);
    expect(kinds[0]).toMatch(/^activity\./u);
  },
);
