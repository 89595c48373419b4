import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity();
});
afterAll(() => city.close());
beforeEach(() => {
  city.now = new Date(city.now.getTime() + 24 * 3_600_000);
});

const LOST = "看看这篇文章 https://mp.weixin.qq.com/s/abc";

/** Says a report and yes to it; how many files lie on it then. */
async function filesFiled(name: string, said: string): Promise<number> {
  await city.person(name).says(said);
  const [receipt] = await city.person(name).says("对");
  expect(receipt?.number).toMatch(/履|意|建/u);
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from attachments a left join duty_records r on r.id = a.record_id
      left join opinions o on o.id = a.opinion_id where ${receipt?.number ?? ""} in (r.number, o.number)`);
  return row?.n ?? 0;
}

describe("photos of a card that is given up", () => {
  test("wait for the sentence that is said instead, and the deputy is told", async () => {
    await city.person("李明").shows(2);
    await city.person("李明").says("今天走访黄连村12户");
    const [dropped] = await city.person("李明").says("不记了");
    expect(dropped?.kind).toBe("report.dropped");
    expect(dropped?.text).toContain("附件2个先留着");
    expect(await filesFiled("李明", "今天走访平寨村12户")).toBe(2);
    expect(await filesFiled("李明", "今天走访甘庄村2户")).toBe(0);
  });

  test("are kept whether they came before the sentence, with it or after it, each once", async () => {
    await city.person("王芳").shows(1);
    await city.person("王芳").shows(1, "今天走访平寨村3户");
    await city.person("王芳").shows(1);
    const [dropped] = await city.person("王芳").taps("不记了");
    expect(dropped?.text).toContain("附件3个");
    expect(await filesFiled("王芳", "今天走访平寨村5户")).toBe(3);
  });

  test("are kept where 撤销 or a no to its question gave it up", async () => {
    await city.person("陈建国").shows(1, "今天走访甘庄村6户");
    const [undone] = await city.person("陈建国").says("撤销");
    expect(undone?.text).toContain("附件1个");
    await city.person("陈建国").says("走访甘庄村6户");
    const [dropped] = await city.person("陈建国").says("算了");
    expect(dropped?.text).toContain("附件1个");
    expect(await filesFiled("陈建国", "今天走访甘庄村6户")).toBe(1);
  });

  test("of a suggestion are kept as well", async () => {
    await city.person("罗文军").shows(1, "提个建议:黄连村通村公路太窄,建议加宽");
    const [dropped] = await city.person("罗文军").says("不记了");
    expect(dropped?.text).toContain("附件1个");
    expect(await filesFiled("罗文军", "今天走访石头村3户")).toBe(1);
  });

  test("of what stands already wait too", async () => {
    expect(await filesFiled("韦国良", "今天走访麦坪村3户")).toBe(0);
    await city.person("韦国良").shows(2, "今天走访麦坪村3户");
    const [asked] = await city.person("韦国良").says("对");
    expect(asked?.kind).toBe("sure.similar");
    const [dropped] = await city.person("韦国良").says("不用了");
    expect(dropped?.text).toContain("附件2个");
    expect(await filesFiled("韦国良", "今天走访石关村3户")).toBe(2);
  });

  test("wait as well when 都不要了 lets go of every card, of whichever they were", async () => {
    const zhao = city.person("张伟");
    await zhao.shows(1, "今天走访水塘村3户");
    await zhao.shows(1, "昨天在水塘村接待群众5人");
    const [dropped] = await zhao.says("都不要了");
    expect(dropped?.kind).toBe("open.all-dropped");
    expect(dropped?.text).toContain("附件2个先留着");
    expect(await filesFiled("张伟", "今天走访水塘村4户")).toBe(2);
  });

  test("of a card that a sixth pushes out wait too, and the deputy is told", async () => {
    const meng = city.person("蒙小兰");
    await meng.shows(2, "9月1日走访水塘村1户");
    for (let day = 2; day <= 5; day += 1) await meng.says(`9月${day}日走访水塘村${day}户`);
    const answers = await meng.says("9月6日走访水塘村6户");
    expect(answers.map(({ kind }) => kind)).toEqual(["file.pushed-out", "report.card"]);
    expect(answers[0]?.text).toContain("附件2个先留着");
    await meng.says("对");
    expect(await filesFiled("蒙小兰", "9月7日走访水塘村7户")).toBe(2);
  });

  test.for([
    ["王芳", "typed"],
    ["陈建国", "tapped"],
  ] as const)(
    "of a card that a question of the house pushes out wait too: %s, who %s",
    async ([name, way]) => {
      const wang = city.person(name);
      await wang.shows(2, "9月1日走访水塘村1户");
      for (let day = 2; day <= 5; day += 1) await wang.says(`9月${day}日走访水塘村${day}户`);
      if (way === "tapped") await wang.says("我的数据");
      const answers = await (way === "typed" ? wang.says("删除我的数据") : wang.taps("删除我的数据"));
      expect(answers.map(({ kind }) => kind)).toEqual(["file.pushed-out", "sure.erase"]);
      expect(answers[0]?.text).toContain("附件2个先留着");
      await wang.says("不用了");
      expect(await filesFiled(name, "9月7日走访水塘村7户")).toBe(2);
    },
  );

  test("are no longer those of today's report hours later", async () => {
    await city.person("吴红梅").shows(1, "今天走访麦坪村3户");
    await city.person("吴红梅").says("不记了");
    city.now = new Date(city.now.getTime() + 3 * 3_600_000);
    expect(await filesFiled("吴红梅", "今天走访麦坪村3户")).toBe(0);
  });

  test("are let go by saying so", async () => {
    await city.person("杨秀英").shows(2, "今天走访石关村3户");
    await city.person("杨秀英").says("不记了");
    expect((await city.person("杨秀英").says("不要附件"))[0]?.kind).toBe("file.let-go");
    expect(await filesFiled("杨秀英", "今天走访石关村3户")).toBe(0);
  });
});

describe("photos that came before a message nobody understood", () => {
  test("are counted once on the report that the answer makes of it", async () => {
    await city.person("周志强").shows(2);
    await city.person("周志强").says(LOST);
    await city.person("周志强").taps("记一条履职");
    await city.person("周志强").taps("走访群众");
    const [card] = await city.person("周志强").says("昨天");
    expect(card?.text).toContain("附件2个");
    await city.person("周志强").says("算了");
    await city.person("周志强").says("不要附件");
  });

  test("wait on when it was nothing", async () => {
    await city.person("周志强").shows(2);
    await city.person("周志强").says(LOST);
    const [dropped] = await city.person("周志强").taps("都不是");
    expect(dropped?.text).toContain("附件2个");
    expect(await filesFiled("周志强", "今天走访石关村3户")).toBe(2);
  });
});
