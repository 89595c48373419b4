import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";

let city: City;
let number: string;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  const clerk = city.person("刘敏");
  await clerk.says("发布活动 11月21日上午9点 羊昌镇代表小组 小组活动");
  number = (await clerk.says("对"))[0]?.number ?? "";
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from leaves`);
  await city.database.db.execute(sql`delete from dialogs`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const deputy = () => city.person("王芳");

const answered = async (): Promise<string | null | undefined> => {
  const [row] = await city.database.db.execute<{ answer: string | null }>(sql`
    select t.answer from attendances t join people p on p.id = t.person_id join activities a on a.id = t.activity_id
    where p.name = '王芳' and a.number = ${number}`);
  return row?.answer;
};

describe("a deputy who answers a notice in words of her own", () => {
  test.each([
    "好的我参加",
    "明天的会我来的",
    "明天我去",
    "去",
    "那我来",
    "要得,准时到",
    "明天上午我来参加",
    "我也去",
    "来得成",
    "收到,准时参加",
    "21号我来",
    "好嘞,一定到会",
  ])("%s: she comes", async (words) => {
    expect(await answerTo(deputy(), words)).toContain("记下您参加");
    expect(await answered()).toBe("coming");
  });

  test.each(["明天我去黄连村走访", "我去了", "后天我去", "不去", "参加不参加", "我来问一下"])(
    "%s is no answer to it",
    async (words) => {
      expect(await answerTo(deputy(), words)).not.toContain("记下您参加");
      expect(await answered()).not.toBe("coming");
    },
  );

  test.each(["好的", "收到", "知道了", "要得"])("%s alone: she is asked whether she comes", async (words) => {
    const [asked] = await deputy().says(words);
    expect(asked?.text).toContain("您还没有回，能来吗？");
    expect(asked?.choices.map((one) => one.label)).toEqual(["参加", "请假"]);
    await deputy().taps("参加");
    expect(await answerTo(deputy(), words)).not.toContain("能来吗");
  });
});

describe("a deputy who may not be able to come", () => {
  test.each([
    ["哎呀明天可能去不了了 要带孙子打针", "请假(家事)"],
    ["可能去不了", "请假"],
    ["明天恐怕来不了,出差", "请假(出差)"],
  ])("%s: nothing is asked for before she says so", async (words, label) => {
    const [asked] = await deputy().says(words);
    expect(asked?.text).toContain("您是要请假吗？还没有替您请。");
    expect(asked?.choices.map((one) => one.label)).toEqual([label, "参加"]);
    expect(await answered()).toBeNull();
  });

  test("对 asks for it with what was said", async () => {
    await deputy().says("哎呀明天可能去不了了 要带孙子打针");
    expect(await answerTo(deputy(), "对")).toContain("已替您请假(家事)");
  });

  test("还是能来 takes it back, before and after it was asked for", async () => {
    await deputy().says("可能去不了");
    expect(await answerTo(deputy(), "没事,能来")).toContain("记下您参加");
    await deputy().says("明天来不了,生病");
    expect(await answered()).toBe("leave");
    expect(await answerTo(deputy(), "不对还是能来")).toContain("撤回了");
    expect(await answered()).toBe("coming");
  });
});

test("of two notices the one of the day that is said is meant, and without a day she is asked which", async () => {
  const clerk = city.person("刘敏");
  await clerk.says("发布活动 11月27日上午9点 羊昌镇代表小组 培训");
  await clerk.says("对");
  expect(await answerTo(deputy(), "我参加")).toContain("参加哪一场？");
  expect(await answerTo(deputy(), "明天我去")).toContain(number);
  expect(await answered()).toBe("coming");
});

test("不行,是5户 puts the card right and asks for no leave, and 去不了,家里有事 asks for it", async () => {
  await deputy().says("昨天走访黄连村3户");
  const [card] = await deputy().says("不行,是5户");
  expect(card?.text).toContain("5户");
  await deputy().says("不要");
  expect(await answered()).not.toBe("leave");
  const asked = await answerTo(deputy(), "去不了,家里有事");
  expect(asked).toContain("请假");
});
