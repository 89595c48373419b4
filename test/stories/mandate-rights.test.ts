import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { addOtherDistrict } from "#test/support/other-district.ts";
import { answerTo, toldWhile } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-25T10:00:00+08:00");
});
afterAll(() => city.close());

const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  city.database.db.execute<T>(query);
const heard = (name: string, said: string) => answerTo(city.person(name), said);

describe("who may, and about whom", () => {
  test("a clerk and a deputy hear that the office does it; nothing happens", async () => {
    for (const name of ["刘敏", "李明"])
      expect((await city.person(name).says("暂停 杨秀英 代表职务 自11月20日"))[0]?.text).toContain(
        "代表工委登记",
      );
    expect(
      await rows(sql`select 1 from suspensions s join mandates m on m.id = s.mandate_id
      join people p on p.id = m.person_id where p.name = '杨秀英'`),
    ).toHaveLength(0);
  });

  test("nobody changes his own mandate, by any of its changes", async () => {
    await rows(sql`insert into mandates (person_id, level, term, township_id, group_id, valid_from)
      select p.id, 'district', '第十八届', m.township_id, m.group_id, '2021-12-20' from people p, mandates m
      where p.name = '孙丽' and m.id = 1`);
    for (const said of [
      "接受辞职 孙丽 11月20日",
      "调动 孙丽 东风镇 11月20日",
      "换届 十九届 12月20日 全部连任",
    ])
      expect((await city.person("孙丽").says(said))[0]?.text).toContain("与您本人的代表职务有关");
    await rows(sql`delete from mandates m using people p where p.id = m.person_id and p.name = '孙丽'`);
  });

  test("of two with one name, and of two mandates of one person, one is chosen", async () => {
    await rows(sql`with p as (insert into people (name, code) values ('张伟', 'D9') returning id)
      insert into mandates (person_id, level, term, township_id, group_id, valid_from)
      select p.id, 'district', '第十八届', m.township_id, m.group_id, '2021-12-20' from p, mandates m where m.id = 1`);
    const office = city.person("孙丽");
    const [which] = await office.says("暂停 张伟 代表职务 自11月20日 原因另案处理");
    expect(which?.choices.map((one) => one.label)).toEqual([
      "张伟 区人大代表，东风镇代表小组",
      "张伟(编号D9) 区人大代表，羊昌镇代表小组",
    ]);
    expect((await office.says("2"))[0]?.text).toContain("编号D9");
    await office.says("对");
    expect(
      await rows(sql`select p.code from suspensions s join mandates m on m.id = s.mandate_id
      join people p on p.id = m.person_id where s.from_day = '2026-11-20' and p.name = '张伟'`),
    ).toEqual([{ code: "D9" }]);
    expect((await office.says("终止 张伟 东风镇代表小组 代表资格 11月20日"))[0]?.kind).toBe("sure.mandate");
    await office.says("不用了");
  });

  test("nobody puts himself on the roster under another number", async () => {
    const [own] = await city.person("孙丽").says("补选 孙丽 编号NEW1 羊昌镇 11月20日");
    expect(own?.text).toContain("与您本人的代表职务有关");
    expect(await rows(sql`select 1 from people where code = 'NEW1'`)).toHaveLength(0);
  });

  test("a number of another district is nobody's here, whatever name comes with it, and binds nobody", async () => {
    await addOtherDistrict(city.database.db);
    await rows(sql`with p as (insert into people (name, code) values ('外区人', 'X77') returning id)
      insert into staff_roles (person_id, org_id, role, valid_from)
      select p.id, o.id, 'unit', '2022-01-01' from p, orgs o where o.name = '白云区'`);
    const office = city.person("孙丽");
    const said = async (name: string, code: string) => {
      const answers = await office.says(`补选 ${name} 编号${code} 羊昌镇 11月20日`);
      await office.says("不用了");
      return answers.map((one) => one.text.replaceAll(name, "*").replaceAll(code, "#")).join("\n");
    };
    const nobody = await said("钱多多", "X99");
    expect(await said("外区人", "X77")).toBe(nobody);
    expect(await said("另一个", "X77")).toBe(nobody);
    await office.says("补选 外区人 编号X77 羊昌镇 11月20日");
    expect((await office.says("对"))[0]?.text).toContain("登记好了");
    expect(
      await rows(sql`select p.name, count(m.id)::int mandates from people p left join mandates m on m.person_id = p.id
      where p.code = 'X77' group by p.id order by p.id`),
    ).toEqual([
      { name: "外区人", mandates: 0 },
      { name: "外区人", mandates: 1 },
    ]);
    // Within the district a number stays one person's.
    expect((await office.says("补选 另一个 编号X77 羊昌镇 11月20日"))[0]?.text).toContain("这个编号不能用");
    await office.says("撤销变动 外区人");
    await office.says("对");
  });

  test("what a colleague has registered is not registered again, nor overwritten by an older card", async () => {
    await rows(sql`insert into staff_roles (person_id, org_id, role, valid_from)
      select p.id, o.id, 'office', '2022-01-01' from people p, orgs o where p.name = '赵勇' and o.name = '乌当区'`);
    await city.person("赵勇").says("终止 韦国良 代表资格 11月19日");
    await city.person("孙丽").says("接受辞职 韦国良 11月20日");
    await city.person("孙丽").says("对");
    const [late] = await city.person("赵勇").says("对");
    expect(late?.text).toContain("已经登记结束");
    expect((await city.person("孙丽").says("接受辞职 韦国良 11月20日"))[0]?.text).toContain("已经登记结束");
    const [row] = await rows(sql`select m.status, m.valid_to::text "to" from mandates m
      join people p on p.id = m.person_id where p.name = '韦国良'`);
    expect(row).toEqual({ status: "resigned", to: "2026-11-20" });
    await city.person("孙丽").says("登错了");
    await city.person("孙丽").says("撤销韦国良的辞职登记");
    await city.person("孙丽").says("对");
    await rows(sql`delete from staff_roles r using people p, orgs o where p.id = r.person_id and p.name = '赵勇'
      and o.id = r.org_id and o.name = '乌当区'`);
  });

  test("somebody out of the office's reach reads like nobody", async () => {
    await rows(sql`insert into staff_roles (person_id, org_id, role, valid_from)
      select p.id, o.id, 'office', '2022-01-01' from people p, orgs o where p.name = '何志远' and o.name = '羊昌镇'`);
    const elsewhere = await heard("何志远", "暂停 吴红梅 代表职务 自11月20日");
    expect(elsewhere).toBe(await heard("何志远", "暂停 吴白梅 代表职务 自11月20日"));
    expect(elsewhere).toContain("名单里没有这位代表");
  });
});

test("every change is in the audit, and a reason is kept under seal", async () => {
  const lines = await rows<{ action: string }>(
    sql`select distinct action from audit where action like 'mandate.%'`,
  );
  expect(lines.map((row) => row.action).sort()).toEqual([
    "mandate.by_election",
    "mandate.resign",
    "mandate.suspend",
    "mandate.undo",
  ]);
  const [kept] = await rows<{ reason: Uint8Array }>(
    sql`select reason from mandate_changes where reason is not null order by id limit 1`,
  );
  expect(createVault(TEST_KEY).open(kept?.reason ?? new Uint8Array())).toBe("另案处理");
});

describe("a new term", () => {
  test("keeps the old one, and goes on with those who were elected again", async () => {
    const office = city.person("孙丽");
    await city.person("王芳").says("11月20日走访黄连村19户");
    await city.person("王芳").says("对");
    const [unknown] = await office.says("换届 十九届 12月20日 除李明、钱七外全部连任");
    expect(unknown?.text).toContain("钱七");
    const [card] = await office.says("换届 十九届 12月20日 除李明外全部连任");
    expect(card?.text).toContain("离任1位");
    const own = await toldWhile(city.person("李明"), () => office.says("对"));
    expect(own).toContain("任职到12月19日");
    city.now = new Date("2026-12-22T10:00:00+08:00");
    expect(await heard("李明", "昨天走访黄连村3户")).toContain("没有生效");
    await city.person("王芳").says("昨天走访黄连村3户");
    expect((await city.person("王芳").says("对"))[0]?.kind).toBe("report.filed");
    const terms = await rows(sql`select m.term, m.valid_to::text "to" from duty_records r join mandates m
      on m.id = r.mandate_id join people p on p.id = r.person_id where p.name = '王芳' order by r.id`);
    expect(terms).toEqual([
      { term: "第十八届", to: "2026-12-19" },
      { term: "第十九届", to: null },
    ]);
    expect(await heard("刘敏", "统计 羊昌镇 走访 11月")).toContain("19户");
    expect(await heard("刘敏", "未报 10月")).toContain("李明");
    expect(await heard("刘敏", "未报 本月")).not.toContain("李明");
  });
});
