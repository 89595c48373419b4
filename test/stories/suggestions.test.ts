import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertOrgs } from "#db/queries/orgs.ts";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const suggest = async (name: string, said: string): Promise<string> => {
  await city.person(name).says(said);
  return (await city.person(name).says("对"))[0]?.number ?? "";
};
const duty = async (name: string): Promise<string> =>
  (await city.person(name).says("我的履职"))[0]?.text ?? "";
const told = (name: string, kind: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === kind)?.text,
  );
const audited = async (action: string): Promise<number> => {
  const rows = await city.database.db.execute(sql`select 1 from audit where action = ${action}`);
  return rows.length;
};

describe("a suggestion that a deputy submits", () => {
  test("is duty done, with nothing typed again", async () => {
    expect(await duty("李明")).toContain("每年至少提出一件建议");
    expect(await suggest("李明", "提个建议:黄连村二组路灯坏了没人修,建议更换")).toBe("建-2026-001");
    expect(await duty("李明")).toContain("提出建议1次");
    expect(await duty("李明")).not.toContain("每年至少提出一件建议");
  });

  test("is asked what it is of where nobody said so", async () => {
    const [asked] = await city.person("李明").says("我想提个建议");
    expect(asked?.text).toContain("建议什么？");
    expect(await duty("李明")).not.toContain("提出建议2次");
  });

  test("is none any more once it is taken back, by its own number or by the record's", async () => {
    const number = await suggest("王芳", "提个建议:平寨村通村公路太窄,建议加宽");
    expect(await duty("王芳")).toContain("提出建议1次");
    await city.person("王芳").says(`撤销 ${number}`);
    expect(await duty("王芳")).toContain("还没有计入");
    await suggest("王芳", "提个建议:平寨村饮水工程水压不足,建议改造");
    const [taken] = await city.person("王芳").says("撤销 履-2026-00003");
    expect(taken?.text).toContain("建-2026-003");
    expect(await duty("王芳")).toContain("每年至少提出一件建议");
  });
});

describe("adding a name to a colleague's suggestion", () => {
  test("shows the one that was found, and does nothing before the yes", async () => {
    const [card] = await city.person("王芳").says("附议路灯的建议");
    expect(card?.kind).toBe("sure.cosign");
    for (const piece of ["建-2026-001", "黄连村二组路灯", "李明"]) expect(card?.text).toContain(piece);
    expect(await duty("王芳")).toContain("还没有计入");
    const [done] = await city.person("王芳").taps("对,附议");
    expect(done?.kind).toBe("case.cosigned");
    expect(await duty("王芳")).toContain("附议建议1次");
    expect(await told("李明", "case.cosigned-yours")).toContain("王芳");
    expect(await audited("suggestion.cosign")).toBe(1);
  });

  test("is said once, however often it is asked for", async () => {
    const [again] = await city.person("王芳").says("附议 建-2026-001");
    expect(again?.text).toContain("已经附议过");
    expect(await duty("王芳")).toContain("附议建议1次");
  });

  test("offers several to choose from", async () => {
    await suggest("李明", "提个建议:平寨村路灯数量太少,建议增加");
    const [which] = await city.person("陈建国").says("附议路灯的建议");
    expect(which?.kind).toBe("case.which-suggestion");
    expect(which?.choices).toHaveLength(2);
    const [card] = await city.person("陈建国").tapsId(which?.choices[1]?.id ?? "");
    expect(card?.kind).toBe("sure.cosign");
    expect(card?.text).toContain("建-2026-001");
    await city.person("陈建国").taps("不用了");
    expect(await duty("陈建国")).toContain("还没有计入");
  });

  test("by a name alone offers that deputy's, and by nothing at all asks which", async () => {
    const [which] = await city.person("陈建国").says("附议李明的建议");
    expect(which?.choices).toHaveLength(2);
    for (const said of ["附议", "附议 %", "附议 _"])
      expect((await city.person("陈建国").says(said))[0]?.text).toContain("哪一件");
  });

  test("finds what is said in other words, and nothing that only sounds alike", async () => {
    await suggest("罗文军", "提个建议:新场村河道淤积多年没有清理,建议清淤");
    const [card] = await city.person("陈建国").says("附议罗文军代表关于新场村河道清理的那件");
    expect(card?.text).toContain("新场村河道");
    await city.person("陈建国").taps("不用了");
    const [none] = await city.person("陈建国").says("附议学校食堂的建议");
    expect(none?.text).toContain("没有找到");
  });

  test("reaches only the speaker's own congress", async () => {
    const { db } = city.database;
    await db.transaction(async (tx) => {
      const [cityOrg] = await tx.execute<{ id: string }>(sql`select id::text from orgs where kind = 'city'`);
      const [district = 0] = await insertOrgs(tx, [
        { kind: "district", name: "花溪区", parentId: Number(cityOrg?.id) },
      ]);
      const [town = 0] = await insertOrgs(tx, [{ kind: "township", name: "青岩镇", parentId: district }]);
      await tx.execute(sql`update mandates set township_id = ${town}::int8, group_id = null
        where person_id = (select id from people where name = '张伟')`);
    });
    const number = await suggest("张伟", "提个建议:青岩镇古镇停车场太小,建议扩建");
    expect((await city.person("陈建国").says("附议停车场的建议"))[0]?.text).toContain("没有找到");
    expect((await city.person("陈建国").says(`附议 ${number}`))[0]?.text).toContain("没有找到");
  });

  test("is taken back by 撤销, and the duty with it", async () => {
    const [taken] = await city.person("王芳").says("撤销");
    expect(taken?.text).toContain("附议");
    expect(await duty("王芳")).toContain("还没有计入");
    expect(await audited("suggestion.uncosign")).toBe(1);
    await city.person("王芳").says("附议 建-2026-001");
    await city.person("王芳").says("对");
    expect(await duty("王芳")).toContain("附议建议1次");
  });

  test("ends with the suggestion: whoever had signed is told", async () => {
    await city.person("李明").says("撤销 建-2026-001");
    expect(await told("王芳", "case.suggestion-gone")).toContain("建-2026-001");
    expect(await duty("王芳")).toContain("还没有计入");
  });
});
