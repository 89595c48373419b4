import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// 王芳 is called to a group activity on the 20th of November, and to a reception of voters on the same day.
let city: City;
const numbers = { group: "", reception: "" };
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-11-16T10:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  const clerk = city.person("刘敏");
  const published = async (words: string) => {
    await clerk.says(words);
    return (await clerk.says("对"))[0]?.number ?? "";
  };
  numbers.group = await published("发布活动 11月20日上午9点 羊昌镇代表小组 小组活动");
  numbers.reception = await published("发布活动 11月20日下午2点 羊昌镇代表小组 接待日");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from leaves`);
  await city.database.db.execute(sql`delete from dialogs`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const deputy = () => city.person("王芳");
const answers = async (): Promise<Record<string, string | null>> => {
  const rows = await city.database.db.execute<{ number: string; answer: string | null }>(sql`
    select a.number, t.answer from attendances t join people p on p.id = t.person_id
      join activities a on a.id = t.activity_id
    where p.name = '王芳' and a.number in (${numbers.group}, ${numbers.reception})`);
  return Object.fromEntries(rows.map(({ number, answer }) => [number, answer]));
};
const leaves = async () => (await city.database.db.execute(sql`select 1 from leaves`)).length;

describe("a deputy who says that she comes while it is asked what she wants leave from", () => {
  beforeEach(async () => {
    expect(await answerTo(deputy(), "请假")).toContain("哪一场请假");
  });

  test.each(["接待日我到", "接待日我能来", "接待日,我肯定到", "接待日我参加,放心"])(
    "%s: she comes to that one, and has leave from none",
    async (words) => {
      expect(await answerTo(deputy(), words)).toContain("记下您参加");
      expect(await answers()).toEqual({ [numbers.group]: null, [numbers.reception]: "coming" });
      expect(await leaves()).toBe(0);
    },
  );

  test.each(["我到", "我来", "我去", "能去", "能来", "肯定到", "我会来", "我都能来,大家放心"])(
    "%s is no reason to stay away",
    async (words) => {
      await deputy().says(words);
      await deputy().taps("11月20日(周五) 羊昌镇代表小组接待选民日");
      expect(await leaves()).toBe(0);
      expect(await answers()).toEqual({ [numbers.group]: null, [numbers.reception]: "coming" });
    },
  );

  test.each(["单位要我去省里开会", "我去贵阳看病", "老人住院了,我去", "要参加孩子的婚礼"])(
    "%s is a reason still",
    async (words) => {
      expect(await answerTo(deputy(), words)).toContain("哪一场");
      await deputy().says("第二个");
      expect(await leaves()).toBe(1);
    },
  );
});

describe("a deputy who says that she comes to what she was called to", () => {
  test.each(["接待日我能去的", "接待选民那天我肯定到", "20号我接待日来", "20号的接待日我参加"])(
    "%s answers that notice, and is no record",
    async (words) => {
      expect(await answerTo(deputy(), words)).toContain("记下您参加");
      expect(await answers()).toEqual({ [numbers.group]: null, [numbers.reception]: "coming" });
    },
  );

  test("小组活动我能来的 answers the other one", async () => {
    expect(await answerTo(deputy(), "小组活动我能来的")).toContain("记下您参加");
    expect(await answers()).toEqual({ [numbers.group]: "coming", [numbers.reception]: null });
  });

  test("of another day, or another kind, nothing is answered or recorded", async () => {
    const shown = await deputy().says("24号的接待日我参加");
    expect(shown.map((one) => one.kind)).toEqual(["activity.answer"]);
    expect(shown[0]?.text).toContain(numbers.reception);
    expect((await deputy().says("培训我肯定到"))[0]?.kind).toBe("activity.answer");
    expect(Object.values(await answers())).toEqual([null, null]);
  });

  test.each(["接待日我能去的", "接待选民那天我肯定到", "20号我接待日来"])(
    "%s is no record where nobody was called to anything",
    async (words) => {
      const [answer] = await city.person("赵启明").says(words);
      expect(answer?.kind).not.toBe("report.card");
    },
  );

  test("接待日接待选民5人 is a record", async () => {
    expect((await deputy().says("昨天接待日我参加了,接待选民5人"))[0]?.kind).toBe("report.card");
  });
});
