import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eraseBatch } from "#db/queries/retention.ts";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());
beforeEach(() => {
  city.now = new Date(city.now.getTime() + 24 * 3_600_000);
});

/** How many files each record and opinion has. */
async function filesOf(number: string | undefined): Promise<number> {
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from attachments a left join duty_records r on r.id = a.record_id
      left join opinions o on o.id = a.opinion_id where ${number ?? ""} in (r.number, o.number)`);
  return row?.n ?? 0;
}

describe("photos of a visit", () => {
  test("that come with the sentence are on the card and on the record", async () => {
    const [card] = await city.person("李明").shows(2, "今天走访黄连村12户");
    expect(card?.kind).toBe("report.card");
    expect(card?.text).toContain("附件2个");
    const [receipt] = await city.person("李明").says("对");
    expect(receipt?.text).toContain("附件2个");
    expect(await filesOf(receipt?.number)).toBe(2);
  });

  test.for(["这是当时的记录", "还有一份材料", "现场照片"])(
    "that come after it with %s are offered to it, as if nothing had been said",
    async (caption) => {
      await city.person("韦国良").says("今天走访黄连村5户");
      const [receipt] = await city.person("韦国良").says("对");
      const [offer] = await city.person("韦国良").shows(1, caption);
      expect(offer?.text).toContain(receipt?.number ?? "none");
      await city.person("韦国良").says("对");
      expect(await filesOf(receipt?.number)).toBe(1);
    },
  );

  test("are put where they belong by 附到刚才那条, and nothing is withdrawn by it", async () => {
    const wu = city.person("吴红梅");
    expect((await wu.says("附到刚才那条"))[0]?.kind).toBe("file.none-waits");
    await wu.says("今天走访石头村5户");
    const [receipt] = await wu.says("对");
    await wu.shows(1);
    await wu.says("以后再说");
    expect((await wu.says("附到刚才那条"))[0]?.text).toContain(receipt?.number ?? "none");
  });

  test("that come first wait for the sentence", async () => {
    const [kept] = await city.person("王芳").shows(1);
    expect(kept?.text).toContain("一句话");
    const [more] = await city.person("王芳").shows(2);
    expect(more?.text).toContain("3");
    const [card] = await city.person("王芳").says("今天走访平寨村3户");
    expect(card?.text).toContain("附件3个");
    const [receipt] = await city.person("王芳").says("对");
    expect(await filesOf(receipt?.number)).toBe(3);
  });

  test("that come while the card is open go on the card, and with the yes too", async () => {
    await city.person("陈建国").says("今天走访甘庄村6户");
    const [added] = await city.person("陈建国").shows(1);
    expect(added?.text).toContain("1");
    const [receipt] = await city.person("陈建国").shows(1, "对");
    expect(receipt?.kind).toBe("report.filed");
    expect(await filesOf(receipt?.number)).toBe(2);
  });

  test("that come after the receipt are asked about, and all of them go with one yes", async () => {
    await city.person("李明").says("今天走访新场村4户");
    const [receipt] = await city.person("李明").says("对");
    const [asked] = await city.person("李明").shows(1);
    expect(asked?.kind).toBe("sure.attach");
    expect(asked?.text).toContain(receipt?.number);
    const [second] = await city.person("李明").shows(1);
    expect(second?.text).toContain("2");
    const [done] = await city.person("李明").taps("对,附上");
    expect(done?.kind).toBe("file.attached");
    expect(await filesOf(receipt?.number)).toBe(2);
    const changes = await city.database.db.execute(sql`
      select c.before, c.after from record_changes c join duty_records r on r.id = c.record_id
      where r.number = ${receipt?.number ?? ""} and c.field = 'files'`);
    expect([...changes]).toEqual([{ before: "0", after: "2" }]);
  });

  test("that were of something else wait for the next sentence, and are on one record only", async () => {
    await city.person("罗文军").says("今天走访新场村4户");
    const [first] = await city.person("罗文军").says("对");
    await city.person("罗文军").shows(1);
    const [kept] = await city.person("罗文军").says("不是");
    expect(kept?.kind).toBe("sure.dropped");
    await city.person("罗文军").says("今天在羊昌镇政府接待选民2人");
    const [second] = await city.person("罗文军").says("对");
    expect([await filesOf(first?.number), await filesOf(second?.number)]).toEqual([0, 1]);
  });

  test("of long ago are not put on today's report", async () => {
    await city.person("杨秀英").shows(1);
    city.now = new Date(city.now.getTime() + 5 * 3_600_000);
    const [card] = await city.person("杨秀英").says("今天走访石关村3户");
    expect(card?.text).not.toContain("附件");
    await city.person("杨秀英").says("算了");
  });

  test("can be left off the card by saying so", async () => {
    await city.person("杨秀英").shows(2, "今天走访石关村3户");
    const [card] = await city.person("杨秀英").says("不要照片");
    expect(card?.text).not.toContain("附件");
    const [receipt] = await city.person("杨秀英").says("对");
    expect(await filesOf(receipt?.number)).toBe(0);
  });

  test("beyond nine are not taken, and that is said", async () => {
    await city.person("韦国良").shows(7, "今天走访麦坪村3户");
    const [told] = await city.person("韦国良").shows(4);
    expect(told?.text).toContain("最多9个");
    const [receipt] = await city.person("韦国良").says("对");
    expect(await filesOf(receipt?.number)).toBe(9);
    const [full] = await city.person("韦国良").shows(1);
    const [refused] = full?.kind === "sure.attach" ? await city.person("韦国良").says("对") : [full];
    expect(refused?.text).toContain("最多9个");
    expect(await filesOf(receipt?.number)).toBe(9);
  });

  test("of a record that is taken back no longer belong to anything, and go with the files nobody needs", async () => {
    await city.person("吴红梅").shows(1, "今天走访麦坪村3户");
    const [receipt] = await city.person("吴红梅").says("对");
    expect(await filesOf(receipt?.number)).toBe(1);
    await city.person("吴红梅").says("撤销");
    const { db } = city.database;
    await db.execute(sql`update attachments set created_at = now() - interval '1 day'`);
    await db.transaction((tx) =>
      eraseBatch(tx, "files", { before: new Date(), from: undefined, limit: 1_000 }),
    );
    expect(await filesOf(receipt?.number)).toBe(0);
  });
});

test("a resident's photo goes with the opinion", async () => {
  await city.person("居民").shows(1, "黄连村二组路灯坏了三天");
  const [receipt] = await city.person("居民").says("对");
  expect(receipt?.number).toContain("意-");
  expect(await filesOf(receipt?.number)).toBe(1);
});

test("a suggestion's photos are on the record that it makes", async () => {
  await city.person("李明").shows(1, "提个建议:黄连村通村公路太窄,建议加宽");
  const [receipt] = await city.person("李明").says("对");
  const [row] = await city.database.db.execute<{ n: number }>(sql`
    select count(*)::int4 n from attachments a join duty_records r on r.id = a.record_id
      join suggestions s on s.id = r.suggestion_id where s.number = ${receipt?.number ?? ""}`);
  expect(row?.n).toBe(1);
});

describe("photos around the question what a message is", () => {
  const LOST = "看看这篇文章 https://mp.weixin.qq.com/s/abc";
  const asks = async (name: string): Promise<void> => {
    const [card] = await city.person(name).says(LOST);
    expect(card?.kind).toBe("report.question");
  };
  const filed = async (name: string, said: string) => {
    await city.person(name).says(said);
    return (await city.person(name).says("对"))[0];
  };

  test("still go on what they were asked about, whatever becomes of the question", async () => {
    const receipt = await filed("王芳", "今天走访新堡村3户");
    await city.person("王芳").shows(1);
    await asks("王芳");
    await city.person("王芳").taps("都不是");
    expect((await city.person("王芳").taps("对,附上"))[0]?.kind).toBe("file.attached");
    expect(await filesOf(receipt?.number)).toBe(1);
  });

  test("are on the report that comes instead of an answer", async () => {
    await asks("陈建国");
    await city.person("陈建国").shows(2);
    const receipt = await filed("陈建国", "今天走访新堡村3户");
    expect(receipt?.kind).toBe("report.filed");
    expect(await filesOf(receipt?.number)).toBe(2);
  });

  test("are on the report that the answer makes of it, and wait no more", async () => {
    await asks("杨秀英");
    await city.person("杨秀英").shows(2);
    await city.person("杨秀英").taps("记一条履职");
    await city.person("杨秀英").taps("走访群众");
    await city.person("杨秀英").says("昨天");
    const receipt = (await city.person("杨秀英").says("对"))[0];
    expect(receipt?.kind).toBe("report.filed");
    expect(await filesOf(receipt?.number)).toBe(2);
    expect(await filesOf((await filed("杨秀英", "今天走访石头村3户"))?.number)).toBe(0);
  });
});
