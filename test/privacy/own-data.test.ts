import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOwnRows } from "#db/queries/figures/own-rows.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { render } from "#src/text/render.ts";
import { type City, openCity } from "#test/support/city.ts";
import { openFile, takeCopy } from "#test/support/own-copy.ts";

// Everybody may see what is kept about him, take a copy along, and is told once of what is kept and why.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

test("a deputy takes along a copy of all that is kept about him, and nobody else opens it", async () => {
  const li = city.person("李明");
  await li.says("昨天走访黄连村12户,修水渠");
  await li.says("对");
  await li.says("反馈 字太小了");
  await li.says("我的数据");
  const { answer, data } = await takeCopy(city, "李明", "liming", () => li.taps("导出我的数据"));
  expect(data["本人"]).toEqual([expect.objectContaining({ 姓名: "李明" })]);
  expect(JSON.stringify(data["履职记录"])).toContain("修水渠");
  expect(data["反馈"]).toEqual([expect.objectContaining({ 内容: "字太小了" })]);
  expect(data["登录账号"]).toHaveLength(1);
  const id = answer.attachments[0]?.id ?? "";
  for (const other of ["wangfang", "liumin", "nobody"])
    expect(await openFile(city, id, other)).toBeUndefined();
});

test("nothing of anybody else is in the copy, and what was sealed can be read in it", async () => {
  const wang = city.person("王芳");
  await city.person("刘敏").says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  await city.person("刘敏").says("对");
  await wang.says("28号小组活动请假,去市里看病");
  const { parts } = await takeCopy(city, "王芳", "wangfang");
  const copy = [...parts.values()].join("\n");
  expect(copy).toContain("看病");
  expect(copy).not.toMatch(/李明|修水渠/u);
});

test("the times in the copy are those of the district's own zone, wherever that is", async () => {
  const [row] = await city.database.db.execute<{ id: string }>(
    sql`select id::text from people where name = '李明'`,
  );
  const filedIn = async (zone: string) => {
    const rows = await city.database.db.transaction((tx) => listOwnRows(tx, Number(row?.id), zone));
    return rows.records.at(-1)?.filed;
  };
  expect(await filedIn("Asia/Shanghai")).toBe("2026-11-20 10:00");
  expect(await filedIn("Asia/Urumqi")).toBe("2026-11-20 08:00");
});

test("that a copy was made stands in the audit; a stranger has nothing to take along", async () => {
  const rows = await city.database.db.execute<{ name: string }>(sql`
    select p.name from audit a join people p on p.id = a.actor_id where a.action = 'data.export' order by a.id`);
  expect(rows.map((row) => row.name)).toEqual(["李明", "王芳"]);
  const [answer] = await city.person("stranger").says("导出我的数据");
  expect(answer?.kind).toBe("help.refused");
});

test("the words of the notice belong to its version: new words need a new version", () => {
  const hash = createHash("sha256")
    .update(render({ kind: "help.privacy" }, { today: "2026-11-26" }).text)
    .digest("hex")
    .slice(0, 12);
  expect({ [NOTICE_VERSION]: hash }).toEqual({ "2": "a884320dd9d3" });
});

test("whoever was shown an older notice is shown the new one once", async () => {
  const chen = city.person("陈建国");
  expect((await chen.says("帮助")).map((one) => one.kind)).toEqual(["help.menu"]);
  await city.database.db.execute(
    sql`update accounts set notice_version = '0' where conversation = 'web:demo:chenjianguo'`,
  );
  expect((await chen.says("帮助")).map((one) => one.kind)).toEqual(["help.privacy", "help.menu"]);
  expect((await chen.says("帮助")).map((one) => one.kind)).toEqual(["help.menu"]);
});

test("a resident who becomes known by an opinion is shown it too, and once", async () => {
  const resident = city.person("new-resident");
  await resident.says("平寨村三组停水两天了");
  expect((await resident.says("对")).map((one) => one.kind)).toEqual(["case.opinion-left", "help.privacy"]);
  expect((await resident.says("帮助")).map((one) => one.kind)[0]).toBe("help.menu");
});
