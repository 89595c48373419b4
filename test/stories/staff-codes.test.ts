import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const heard = async (name: string, said: string): Promise<string> =>
  (await city.person(name).says(said)).map((one) => one.text).join("\n");
const codeIn = (text: string): string => /[0-9A-Z]{5}-[0-9A-Z]{5}/u.exec(text)?.[0] ?? "";
const role = (name: string, org: string, what: string) =>
  city.database.db.execute(sql`insert into staff_roles (person_id, org_id, role, valid_from)
    select p.id, o.id, ${what}, '2022-01-01' from people p, orgs o where p.name = ${name} and o.name = ${org}`);

describe("a deputy has a new telephone", () => {
  let code = "";

  test("the clerk makes a code after a yes, and the deputy hears of it where he is bound", async () => {
    const clerk = city.person("刘敏");
    const before = city.person("李明").heard().length;
    const [asked] = await clerk.says("绑定码 李明代表");
    expect(asked?.text).toContain("给李明(羊昌镇代表小组)发一个绑定码");
    expect(codeIn(asked?.text ?? "")).toBe("");
    const [made] = await clerk.says("对");
    code = codeIn(made?.text ?? "");
    expect(code).not.toBe("");
    expect(made?.text).toContain("原来绑的1个账号还能用");
    expect(
      city
        .person("李明")
        .heard()
        .slice(before)
        .map((one) => one.kind),
    ).toEqual(["account.code-made"]);
  });

  test("it binds the new telephone once, and is worth nothing to the next", async () => {
    expect(await heard("new-phone", code)).toContain("李明");
    expect(await heard("other-phone", code)).toContain("不能用");
    expect(await heard("new-phone", "我的履职")).toBe(await heard("李明", "我的履职"));
  });

  test("a newer code makes the older one void", async () => {
    await heard("刘敏", "绑定码 李明");
    const first = codeIn(await heard("刘敏", "对"));
    await heard("刘敏", "绑定码 给李明");
    const second = codeIn(await heard("刘敏", "对"));
    expect(await heard("third-phone", first)).toContain("不能用");
    expect(await heard("third-phone", second)).toContain("李明");
  });

  test("the lost ones are taken away, and a fresh code brings the deputy back", async () => {
    const [asked] = await city.person("刘敏").says("解绑 李明");
    expect(asked?.text).toContain("3个账号");
    const [gone] = await city.person("刘敏").taps("对,全部解绑");
    expect(gone?.text).toContain("3个账号都已解绑");
    expect(await heard("new-phone", "我的履职")).toContain("绑定码");
    expect(await heard("刘敏", "解绑 李明")).toContain("没有绑定任何账号");
    await heard("刘敏", "绑定码 李明");
    expect(await heard("third-phone", codeIn(await heard("刘敏", "对")))).toContain("李明");
  });
});

describe("who may, and for whom", () => {
  test.each([
    ["王芳", "工作人员来办"],
    ["赵勇", "没有这个人"],
    ["何志远", "由镇街人大或区人大代表工委来办"],
  ])("%s makes no code for 李明", async (name, words) => {
    expect(await heard(name, "绑定码 李明")).toContain(words);
    expect(await heard(name, "解绑 李明")).toContain(words);
  });

  test("nobody makes one for himself, nor for somebody who is not below", async () => {
    await role("王芳", "乌当区", "director");
    expect(await heard("刘敏", "绑定码 刘敏")).toContain("请代表工委来发");
    expect(await heard("刘敏", "绑定码 王芳")).toContain("系统管理员");
    expect(await heard("孙丽", "绑定码 何志远")).toContain("系统管理员");
    expect(await heard("孙丽", "绑定码 刘敏")).toContain("给刘敏(羊昌镇)发");
    await heard("孙丽", "不用了");
  });

  // A township's deputies have codes from its clerk, clerks from the office, the office from the operator.
  test("who needs a code himself is sent to whoever gave him the one before", async () => {
    for (const name of ["王芳", "刘敏", "孙丽"]) {
      const told = await heard(name, "双重验证");
      expect(told).toContain("请向给您绑定码的人要");
      expect(told).not.toContain("镇街人大");
    }
    expect(await heard("孙丽", "绑定码 孙丽")).toContain("请系统管理员来发");
  });

  test("of two with one name one is chosen; a place or number beside the name says it at once", async () => {
    await city.database.db
      .execute(sql`with p as (insert into people (name, code) values ('陈建国', 'D9') returning id)
      insert into mandates (person_id, level, term, township_id, group_id, valid_from)
      select p.id, 'district', '第十八届', m.township_id, m.group_id, '2021-12-20' from p, mandates m
        join people q on q.id = m.person_id where q.name = '吴红梅'`);
    const [which] = await city.person("孙丽").says("绑定码 陈建国");
    expect(which?.choices.map((one) => one.label)).toEqual([
      "陈建国 羊昌镇代表小组",
      "陈建国(编号D9) 东风镇代表小组",
    ]);
    expect(await heard("孙丽", "2")).toContain("编号D9");
    await heard("孙丽", "不用了");
    expect(await heard("孙丽", "绑定码 陈建国 D9")).toContain("编号D9");
    await heard("孙丽", "不用了");
    expect(await heard("孙丽", "绑定码 陈建国(羊昌镇)")).toContain("给陈建国(羊昌镇代表小组)");
    await heard("孙丽", "不用了");
    expect(await heard("赵勇", "绑定码 陈建国")).toContain("编号D9");
  });

  test("what was asked twice is decided once: nothing waits any more for what was done", async () => {
    await heard("刘敏", "绑定码 李明");
    await heard("刘敏", "绑定码 王芳");
    await heard("刘敏", "绑定码 李明");
    const answers = await city.person("刘敏").says("对");
    expect(answers[0]?.text).toContain("李明的绑定码");
    expect(answers.map(({ text }) => text).join("\n")).not.toContain("给李明");
    expect(await heard("刘敏", "不用了")).not.toContain("给李明");
  });

  test("a bare 绑定码 is explained", async () => {
    expect(await heard("刘敏", "绑定码")).toContain("绑定码 李明");
  });

  test("who made and who took is in the audit", async () => {
    const lines = await city.database.db.execute<{ action: string; name: string }>(sql`
      select distinct a.action, p.name from audit a join people p on p.id = a.actor_id
      where a.action in ('account.invite', 'account.revoke') order by 1`);
    expect([...lines]).toEqual([
      { action: "account.invite", name: "刘敏" },
      { action: "account.revoke", name: "刘敏" },
    ]);
  });
});

describe("whoever looks after deputies and hands out no codes", () => {
  test("hears whose task it is, the same about a deputy of his own, of elsewhere and of nowhere", async () => {
    const task = "绑定码和解绑由镇街人大或区人大代表工委来办。\n请把是哪一位告诉他们。";
    for (const said of ["绑定码 李明", "绑定码 韦国良", "绑定码 查无此", "解绑 李明"])
      expect(await heard("何志远", said)).toBe(task);
  });

  test("hears of the office's own tasks that they are the office's", async () => {
    for (const said of ["更正申请", "答复更正 1 已改好", "已核查 李明 属公务冲突"])
      expect(await heard("何志远", said)).toContain("由区人大代表工委来办");
    expect(await heard("何志远", "暂停 李明 代表职务 自9月10日")).toContain("代表工委");
  });
});
