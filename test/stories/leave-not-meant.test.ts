import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf, toldWhile } from "#test/support/overheard.ts";

// Chen was called to a congress in January, and to nothing else: he was told of it days ago.
let city: City;
let congress: string;
const chen = () => city.person("陈建国");
const director = () => city.person("何志远");

beforeAll(async () => {
  city = await openCity("2026-12-01T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await city.person("孙丽").says("发布会议 乌当区第六次会议 地点区会议中心;1月20日上午9点 全体会议");
  await city.person("孙丽").says("对");
  const [row] = await city.database.db.execute<{ number: string }>(
    sql`select number from activities where kind = 'congress_session' and state = 'planned'`,
  );
  congress = row?.number ?? "";
  city.now = new Date("2026-12-08T09:00:00+08:00");
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const leaves = async () => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select a.number || ' ' || l.state said from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id where p.name = '陈建国' order by 1`);
  return rows.map(({ said }) => said);
};

describe("leave that a deputy says he had is no new wish", () => {
  test.each([
    "我请过假的,早上就跟你说了身体不舒服",
    "我早就请假了啊",
    "我请过病假的",
    "假我已经请过了",
    "明明请了假的,怎么算我缺席",
    "我不是请过假了吗",
    "上周我就给领导请过假了",
  ])("%s", async (words) => {
    const answer = await answerTo(chen(), words);
    expect(answer).not.toContain("已替您请假");
    expect(answer).not.toContain("您是要请假吗");
    expect(await leaves()).toEqual([]);
  });
});

describe("words that name nothing are shown with what they would be leave from", () => {
  test.each(["身体不舒服,来不了", "家里有急事,去不了了", "临时有事来不了,家里水管爆了"])(
    "%s",
    async (words) => {
      const [shown] = await chen().says(words);
      expect(shown?.text).toContain("还没有替您请");
      expect(await leaves()).toEqual([]);
      await chen().says("对");
      expect(await leaves()).toEqual([`${congress} pending`]);
    },
  );

  test("what is said next is about something else, and no reason", async () => {
    await chen().says("身体不舒服,来不了");
    await chen().says("知道了,今天天气不错");
    expect(await leaves()).toEqual([]);
    await chen().says("都不是");
    expect(await leaves()).toEqual([]);
  });

  test.each(["请假 身体不舒服", "人代会我请假,要住院", "1月份的人代会请个假,要住院"])(
    "%s is an order, or names it: it is asked for, and taken back with one tap",
    async (words) => {
      expect(await answerTo(chen(), words)).toContain("已替您请假");
      expect(await leaves()).toEqual([`${congress} pending`]);
      await chen().taps("撤回请假");
      expect(await leaves()).toEqual([`${congress} withdrawn`]);
    },
  );
});

describe("leave is taken back in words, granted or not", () => {
  const granted = async (): Promise<void> => {
    await chen().says(`请假 ${congress} 生病`);
    await director().says("准假 陈建国");
    await director().says("对");
    expect(await leaves()).toEqual([`${congress} approved`]);
  };

  test.each(["人代会我要去的,撤回请假", "我好了,人代会能去了", "假不请了,我能来", "我请过假的,现在能来了"])(
    "%s",
    async (words) => {
      await granted();
      const told = await toldWhile(director(), () => chen().says(words));
      expect(await leaves()).toEqual([`${congress} withdrawn`]);
      expect(told).toContain("陈建国");
      expect(heardOf(chen(), "activity.answer").at(-1)?.text).toContain("撤回了");
    },
  );

  test.each(["我没说人代会请假啊", "我没请假", "我哪里请假了", "我什么时候说过要请假了", "请假是点错了的"])(
    "%s: what it is from is shown, and one tap takes it back",
    async (words) => {
      await granted();
      const [shown] = await chen().says(words);
      expect(shown?.text).toContain("还没有改动");
      expect(await leaves()).toEqual([`${congress} approved`]);
      await chen().taps(shown?.choices[0]?.label ?? "");
      expect(await leaves()).toEqual([`${congress} withdrawn`]);
    },
  );

  test.each(["没请假的人算不算缺席", "王芳没请假", "我没来得及请假"])(
    "%s takes nothing back",
    async (words) => {
      await granted();
      expect(await answerTo(chen(), words)).not.toContain("撤回");
      expect(await leaves()).toEqual([`${congress} approved`]);
    },
  );
});

describe("asked for a reason, or which one, a deputy says something else", () => {
  test("that he comes is the answer", async () => {
    await chen().says("请假");
    expect(await answerTo(chen(), "人代会参加的")).toContain("记下您参加");
    await chen().says("请假");
    expect(await answerTo(chen(), "开会我去")).toContain("记下您参加");
  });

  test("twice left open is let go, and so is what was asked hours ago", async () => {
    await chen().says("请假");
    expect(await answerTo(chen(), "到时候再说")).toContain("什么原因");
    expect(await answerTo(chen(), "到时候再说")).toContain("没有请假");
    await chen().says("请假");
    city.now = new Date(+city.now + 3 * 3_600_000);
    expect(await answerTo(chen(), "要带孙子打针")).not.toContain("已替您请假");
    expect(await leaves()).toEqual([]);
  });
});
