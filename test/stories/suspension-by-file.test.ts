import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { listKnownOrgs } from "#db/queries/roster-state.ts";
import { compareRoster, importRoster } from "#src/actions/roster/import-roster.ts";
import { parseRoster } from "#src/domain/roster/parse-roster.ts";
import { render } from "#src/text/render.ts";
import { typeset } from "#src/text/typeset.ts";
import { testWorld } from "#test/support/world.ts";
import { answerTo } from "#test/support/overheard.ts";
import { takeRoster } from "#test/support/take-roster.ts";
import { rosterSheets, type RowsOf } from "#test/support/roster-file.ts";

// A suspension is the deputy's: by a roster file it rests and ends in the same seats as by chat.
let city: City;
beforeEach(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
  await registers("发布活动 12月10日上午9点 东风镇代表小组 小组活动 地点镇政府", "赵勇");
});
afterEach(() => city.close());

const VAULT = createVault(TEST_KEY);
type Row = RowsOf<"mandates">[number];
const SEAT = { name: "李明", level: "区", term: "第十八届", from: "2021-12-20", status: "在任" } as const;
const HERE = { ...SEAT, group: "羊昌镇代表小组", township: "羊昌镇", station: "羊昌镇代表联络站" } as const;
const THERE = {
  ...SEAT,
  group: "东风镇代表小组",
  township: "东风镇",
  station: "东风镇代表联络站",
  from: "2026-12-05",
} as const;
const OLD = { ...HERE, to: "2026-12-04" } as const;
const MOVE = "李明从羊昌镇代表小组调到东风镇代表小组,自12月5日";

const registers = async (said: string, who = "孙丽") => {
  await city.person(who).says(said);
  return (await city.person(who).says("对"))[0]?.text ?? "";
};
const took = (...mandates: Row[]) => takeRoster(city.database.db, VAULT, { mandates: [...mandates] }, true);
const rests = async () =>
  (
    await city.database.db.execute<{ line: string }>(sql`
      select concat_ws(' ', g.name, x.from_day, x.to_day) line from suspensions x join mandates m on m.id = x.mandate_id
      join orgs g on g.id = m.group_id order by x.from_day`)
  ).map((row) => row.line);
const isCalled = async () =>
  (
    await city.database.db.execute<{ n: number }>(sql`select count(*)::int n from attendances t
      join activities a on a.id = t.activity_id join people p on p.id = t.person_id
      where a.on_day = '2026-12-10' and p.name = '李明'`)
  )[0]?.n === 1;
/** What a file tells the deputy, in the words that he reads. */
const toldBy = (...mandates: Row[]) =>
  city.database.db.transaction(async (tx) => {
    const parsed = parseRoster(rosterSheets({ mandates }), await listKnownOrgs(tx));
    const compared = "roster" in parsed ? await compareRoster(tx, VAULT, parsed.roster) : parsed;
    if ("problems" in compared) throw new Error("not a roster");
    const world = testWorld("2026-11-25T10:00:00+08:00");
    const news = await importRoster(tx, VAULT, compared, world, () => undefined);
    return news.flatMap(({ word }) =>
      word.kind === "mandate.own" ? [typeset(render(word, { today: world.today }).text)] : [],
    );
  });

/** A suspension, or its end, said in the chat, and the same filled in beside the seat where it began. */
const ACTS: readonly (readonly [string, readonly string[], Row, boolean])[] = [
  [
    "without an end rests the seat after the transfer, too",
    ["暂停 李明 代表职务 自11月20日"],
    { suspendedFrom: "2026-11-20" },
    false,
  ],
  [
    "that ends after the transfer ends in the new seat",
    ["暂停 李明 代表职务 自11月20日到12月15日"],
    { suspendedFrom: "2026-11-20", suspendedTo: "2026-12-15" },
    false,
  ],
  [
    "that ends before the transfer does not reach the new seat",
    ["暂停 李明 代表职务 自11月20日到12月1日"],
    { suspendedFrom: "2026-11-20", suspendedTo: "2026-12-01" },
    true,
  ],
];
describe.each(ACTS)(
  "of a deputy whose transfer is registered, a suspension %s",
  (_what, said, row, called) => {
    beforeEach(async () => {
      await registers(MOVE);
      expect(await isCalled()).toBe(true);
    });

    test("by file as by chat", async () => {
      for (const one of said) await registers(one);
      const byChat = await rests();
      expect(await isCalled()).toBe(called);
      expect(await took({ ...OLD, ...row }, THERE)).toEqual([]);
      await registers("撤销变动 李明");
      expect(await rests()).toEqual([]);
      expect(
        (await took({ ...OLD, ...row }, THERE)).filter((one) => one.startsWith("暂停:李明,")),
      ).toHaveLength(byChat.length);
      expect(await rests()).toEqual(byChat);
      expect(await isCalled()).toBe(called);
      expect(await took({ ...OLD, ...row }, THERE)).toEqual([]);
    });
  },
);

describe("a suspension of a deputy who is transferred on 5 December", () => {
  const BOTH = ["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-05"];
  const suspended = { ...OLD, suspendedFrom: "2026-11-20" };

  test("comes to the new seat by one file that says both", async () => {
    expect(await took(suspended, THERE)).toEqual([
      "变动:李明,区 第十八届:任职止 空→2026-12-04",
      "新增调入:李明,区 第十八届,东风镇代表小组,2026-12-05起",
      "暂停:李明,2026-11-20起",
      "暂停:李明,2026-12-05起,调动以后的任职随着变",
    ]);
    expect(await rests()).toEqual(BOTH);
    expect(await isCalled()).toBe(false);
  });

  test("ends in both seats by the end that is filled in where it began", async () => {
    await registers(MOVE);
    await registers("暂停 李明 代表职务 自11月20日");
    expect(await rests()).toEqual(BOTH);
    expect(await took({ ...suspended, suspendedTo: "2026-12-01" }, THERE)).toEqual([
      "暂停改为:李明,2026-11-20起,到2026-12-01",
      "不再暂停:李明,2026-12-05起,调动以后的任职随着变",
    ]);
    expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20 2026-12-01"]);
    expect(await isCalled()).toBe(true);
    expect(await answerTo(city.person("孙丽"), "撤销变动 李明")).toContain("名册文件又改过");
    await took(suspended, THERE);
    expect(await rests()).toEqual(BOTH);
    expect(await isCalled()).toBe(false);
  });

  test("ends in the new seat by the end that its own row says, and is not begun anew by the old row's silence", async () => {
    await took(suspended, THERE);
    await took(suspended, { ...THERE, suspendedFrom: "2026-12-05", suspendedTo: "2026-12-08" });
    const ended = ["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-05 2026-12-08"];
    expect(await rests()).toEqual(ended);
    expect(await isCalled()).toBe(true);
    expect(await took(suspended, THERE)).toEqual([]);
    expect(await rests()).toEqual(ended);
  });

  test("is told of once, with the new seat, and so is its end", async () => {
    await registers(MOVE);
    const [told, ...more] = await toldBy(suspended, THERE);
    expect(told).toContain("自11月20日(周五)起\n调动照旧：12月5日(周六)起在东风镇代表小组，也一并暂停");
    expect(more).toEqual([]);
    expect(await toldBy({ ...suspended, suspendedTo: "2026-12-01" }, THERE)).toEqual([
      expect.stringContaining("自12月2日(周三)起\n调动照旧：12月5日(周六)起在东风镇代表小组，也一并恢复"),
    ]);
  });

  test("goes along when the file puts the transfer on another day", async () => {
    await took(suspended, THERE);
    await took({ ...suspended, to: "2026-11-30" }, { ...THERE, from: "2026-12-01" });
    expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20", "东风镇代表小组 2026-12-01"]);
  });

  test("is refused by row and column where the new seat has another one that it would reach", async () => {
    await registers(MOVE);
    await registers("暂停 李明 代表职务 自12月15日到12月20日");
    expect(await took(suspended, THERE)).toEqual([expect.stringContaining("另一段暂停时间重叠")]);
    expect(await rests()).toEqual(["东风镇代表小组 2026-12-15 2026-12-20"]);
  });

  test("is asked about where the file is silent in both rows", async () => {
    await took(suspended, THERE);
    expect(await took(OLD, THERE)).toEqual([expect.stringContaining("库里这位代表还在暂停")]);
  });
});

test("a deputy who left and was elected again does not rest for what the mandate before rested", async () => {
  await took({ ...HERE, to: "2026-12-04", status: "辞职", suspendedFrom: "2026-11-20" });
  await took({ ...HERE, from: "2026-12-05" });
  expect(await rests()).toEqual(["羊昌镇代表小组 2026-11-20"]);
});
