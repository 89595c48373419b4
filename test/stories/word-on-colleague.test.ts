import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { absentTwice } from "#test/support/absent-twice.ts";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A colleague said that a deputy was there too, and the deputy answers in words of her own. She was told of absences as
// well: what she says to the one is no word on the other.
let city: City;
const { yang, struck } = absentTwice(() => city);
beforeAll(async () => {
  warmReader();
  city = await openCity();
  await struck();
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from dialogs`);
});

let households = 3;
let number = "";
// 杨秀英 is asked whether she was there as well.
const asked = async (): Promise<void> => {
  households += 1;
  city.now = new Date(city.now.getTime() + 60_000);
  await city.person("李明").says(`昨天和杨秀英走访平寨村${households}户`);
  await city.person("李明").says("对");
  const again = city.person("李明").heard().at(-1);
  if (again?.kind === "sure.similar") await city.person("李明").taps("是另一次,再记一条");
  number = city.person("李明").heard().at(-1)?.number ?? "";
  await seen(() =>
    yang()
      .heard()
      .find((one) => one.kind === "report.companion" && one.text.includes(number)),
  );
};
const answerOf = async (said: string) => (await yang().says(said))[0];
const undone = async () => {
  await city.database.db.execute(sql`delete from record_companions`);
  await city.database.db.execute(sql`update duty_records set state = 'withdrawn'`);
};

describe("asked by 李明 whether she was there as well,", () => {
  beforeEach(asked);

  test.for([
    "李明说我跟他一块去的,是的,我去了",
    "是的,李明说的没错,我跟他去的",
    "我是跟李明一起的",
    "李明说得对",
    "对的,我和李明代表一路去的",
    "嗯,那天我们一起去的",
    "确实,我和他两个去的",
    "李明没说错",
    "我也去了",
    "就是昨天平寨村那次",
  ])("%s says that she was, and she has her share", async (said) => {
    expect((await answerOf(said))?.kind).toBe("share.given");
    await undone();
  });

  test.for([
    "李明记错了,我那天没去",
    "我没跟他去",
    "李明搞错人了",
    "不对,我那天在贵阳看病",
    "我没去,是李明自己去的",
    "哪有这回事,我没去",
    "我昨天没去",
  ])("%s says that she was not, and nothing is hers", async (said) => {
    expect((await answerOf(said))?.kind).toBe("share.declined");
    await undone();
  });

  test.for(["异议,我那天在会场", "我那天在会场,坐后排", "凭什么算我缺席,我去了的"])(
    "%s is about her absence, and no word on his record",
    async (said) => {
      expect((await answerOf(said))?.text).toContain("缺席提醒");
      await undone();
    },
  );

  test.for(["对,我跟张伟去的", "就是昨天石头村那次", "就是昨天平寨村那99户", "我前天没去"])(
    "%s is of another visit than his: she is asked once more, and one word does it",
    async (said) => {
      const again = await answerOf(said);
      expect(again?.kind).toBe("report.companion");
      expect(again?.text).toContain(number);
      expect((await answerOf("对"))?.kind).toBe("share.given");
      await undone();
    },
  );

  test("a yes with an amount of her own makes it her share", async () => {
    expect((await answerOf("李明说得对,但是是2户"))?.text).toContain("平寨村 2户");
    await undone();
  });

  test("her word after something else was shown brings the question back", async () => {
    await yang().says("我的履职");
    expect((await answerOf("是的,我跟李明去的"))?.kind).toBe("report.companion");
    expect((await answerOf("对"))?.kind).toBe("share.given");
    await undone();
  });
});

test("where nobody asked her, nothing is done, and it is said", async () => {
  expect((await answerOf("对,我跟王芳去的"))?.text).toContain("没有记");
});

test("right after her own report, whom she went with comes to it", async () => {
  await yang().says("昨天走访石头村8户");
  await yang().says("对");
  const amended = await answerOf("对,我跟王芳去的");
  expect(amended?.kind).toBe("report.amended");
  expect(amended?.text).toContain("同行：王芳");
});
