import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { takeCopy } from "#test/support/own-copy.ts";

// The copy is one file that a person opens by a double click: a page to read, and the pictures themselves.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
});
afterAll(() => city.close());

const vault = createVault(TEST_KEY);
const keep = (id: string, name: string, size: number): Promise<unknown> =>
  city.database.db.execute(sql`insert into attachments (id, conversation, name, type, size, bytes, created_at)
    values (${id}, 'web:demo:liming', ${name}, 'image/jpeg', ${size}, ${vault.sealBytes(Buffer.from(id))}, '2026-11-19')`);

test("a deputy opens a page in Chinese, with his pictures beside it byte for byte", async () => {
  const li = city.person("李明");
  await li.shows(2, "昨天走访黄连村12户,<b>修水渠</b>");
  await li.says("对");
  const { answer, parts, data } = await takeCopy(city, "李明", "liming");
  expect(answer.attachments[0]).toMatchObject({ name: "我的数据.zip", type: "application/zip" });
  expect(answer.text).toContain("内有照片文件2个");
  const pictures = [...parts].filter(([name]) => name.startsWith("文件/"));
  const kept = await city.database.db.execute<{ bytes: Buffer }>(
    sql`select bytes from attachments where type = 'image/png'`,
  );
  expect(pictures.map(([, bytes]) => bytes.toString("hex")).sort()).toEqual(
    kept.map((one) => vault.openBytes(one.bytes).toString("hex")).sort(),
  );
  const page = parts.get("我的数据.html")?.toString("utf8") ?? "";
  for (const [name] of pictures) expect(page).toContain(`href="${encodeURI(name)}"`);
  expect(page).toContain("<h2>履职记录(1)</h2>");
  expect(page).not.toContain("<b>修水渠");
  expect(data["照片文件"]?.map((one) => one["在哪里"]).sort()).toEqual(pictures.map(([name]) => name).sort());
});

test("the words that were said and answered are in it, as far as they are kept, and another's telephone is not", async () => {
  const resident = city.person("居民甲");
  await resident.says("平寨村三组停水两天了,我叫欧阳明,电话13800139000");
  await resident.says("对");
  const [row] = await city.database.db.execute<{ number: string }>(sql`select number from opinions`);
  await city.person("孙丽").says(`联系方式 ${row?.number ?? ""}`);
  await city.person("孙丽").says("对");
  const { data, parts } = await takeCopy(city, "孙丽", "officer");
  expect(JSON.stringify(data["聊天原文"])).toContain("联系方式");
  expect(data["给您的答复和通知"]?.length).toBeGreaterThan(0);
  expect([...parts.values()].join("\n")).not.toMatch(/13800139000|欧阳明/u);
  const own = await takeCopy(city, "李明", "liming");
  expect(JSON.stringify(own.data["给您的答复和通知"])).toContain("12户");
});

test("what is too large for one file is left out and named, and an earlier copy is in no later one", async () => {
  await keep("small", "小.jpg", 5);
  await keep("huge", "大/../../大.jpg", 41 * 1024 * 1024);
  const { answer, data, parts } = await takeCopy(city, "李明", "liming");
  expect(answer.text).toContain("另有1个文件太大，没有放进来");
  const places = Object.fromEntries((data["照片文件"] ?? []).map((one) => [one["名称"], one["在哪里"]]));
  expect(places["大/../../大.jpg"]).toBe("太大,没有放进来");
  expect(places["我的数据.zip"]).toBe("系统做的表格,在聊天里再要一次就有");
  expect([...parts.keys()].filter((name) => name.includes(".."))).toEqual([]);
  expect(parts.get(String(places["小.jpg"]))?.toString()).toBe("small");
});

test("nothing is held while it is made, and both the wish and the copy are in the audit", async () => {
  await takeCopy(city, "王芳", "wangfang");
  expect(city.person("王芳").heard()[0]?.kind).toBe("data.export-begun");
  const rows = await city.database.db.execute<{ action: string }>(sql`select distinct a.action from audit a
    join people p on p.id = a.actor_id where p.name = '王芳' and a.action like 'data.%' order by 1`);
  expect(rows.map((one) => one.action)).toEqual(["data.export", "data.export-made"]);
});

test("a copy that somebody else would get by the time it is made is not made", async () => {
  await city.database.db
    .execute(sql`insert into tasks (key, kind, person_id, conversation, body, created_at, lease_until)
    select 'own:late', 'own-data', id, 'web:demo:chenjianguo', ${vault.seal("{}")}, now(), now() + interval '1 hour'
    from people where name = '陈建国'`);
  await city.person("刘敏").says("解绑 陈建国");
  await city.person("刘敏").says("对");
  const rows = await city.database.db.execute(sql`select status from tasks where key = 'own:late'`);
  expect(rows).toEqual([{ status: "refused" }]);
});
