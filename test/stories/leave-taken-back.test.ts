import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

let city: City;
let tenth: string;
let fifteenth: string;
const clerk = () => city.person("刘敏");
const chen = () => city.person("陈建国");

async function publish(when: string): Promise<string> {
  await clerk().says(`发布活动 ${when} 羊昌镇代表小组 小组活动`);
  return (await clerk().says("对"))[0]?.number ?? "";
}

beforeAll(async () => {
  city = await openCity("2026-12-08T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  tenth = await publish("12月10日上午9点半");
  fifteenth = await publish("12月15日上午9点");
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.database.db.execute(sql`delete from leaves`);
  await city.database.db.execute(sql`delete from dialogs`);
  await city.database.db.execute(sql`delete from choices`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null
    where activity_id in (select id from activities where number in (${tenth}, ${fifteenth}))`);
});

/** What is on file of a deputy's leave: the number of the activity and its state. */
const leavesOf = async (name: string) => {
  const rows = await city.database.db.execute<{ said: string }>(sql`
    select a.number || ' ' || l.state said from leaves l join people p on p.id = l.person_id
      join activities a on a.id = l.activity_id where p.name = ${name} order by a.number`);
  return rows.map(({ said }) => said);
};

describe("a deputy whose leave waits takes it back in words of his own", () => {
  test.each([
    "不请假了,10号能来",
    "10号的假不请了",
    "取消请假",
    "撤销请假",
    "撤回我的请假",
    "请的假取消吧",
    "我不用请假了",
    "那个病假帮我撤了",
    "我来销个假",
    "10号我还是去吧,病好了",
    "病好了,我还是去",
    "我又能来了",
    "那边的会取消了,我参加",
    "算了,我参加",
    "12月10号不用替我请假了,我去",
    "请假 不请了",
  ])("%s", async (words) => {
    await chen().says(`请假 ${tenth} 生病`);
    const asked = heardOf(clerk(), "activity.leave-asked").length;
    const answer = await answerTo(chen(), words);
    expect(answer).toContain("记下您参加");
    expect(answer).toContain("撤回了");
    expect(await leavesOf("陈建国")).toEqual([`${tenth} withdrawn`]);
    expect(heardOf(clerk(), "activity.leave-asked")).toHaveLength(asked);
  });

  test.each([
    ["15号的假不请了", "fifteenth"],
    ["不请假了,15号我来", "fifteenth"],
    ["10号的请假取消", "tenth"],
  ])("of two, %s means the one of that day", async (words, which) => {
    for (const number of [tenth, fifteenth]) await chen().says(`请假 ${number} 生病`);
    await chen().says(words);
    const states = [tenth, fifteenth].map((one) =>
      one === (which === "tenth" ? tenth : fifteenth) ? `${one} withdrawn` : `${one} pending`,
    );
    expect(await leavesOf("陈建国")).toEqual(states);
  });

  test("of two, where none is named, he is asked which, and one tap says it", async () => {
    for (const number of [tenth, fifteenth]) await chen().says(`请假 ${number} 生病`);
    const [which] = await chen().says("不请假了");
    expect(which?.text).toContain("哪一场不请假了");
    await chen().taps("12月15日(周二) 羊昌镇代表小组活动");
    expect(await leavesOf("陈建国")).toEqual([`${tenth} pending`, `${fifteenth} withdrawn`]);
  });
});

describe("where there is nothing to take back", () => {
  test.each(["不请假了", "取消请假", "15号的假不请了"])("%s asks for no leave", async (words) => {
    expect(await answerTo(chen(), words)).toContain("没有找到您请的假");
    expect(await leavesOf("陈建国")).toEqual([]);
  });

  test("a wish that lacks its activity is let go", async () => {
    await chen().says("请假");
    expect(await answerTo(chen(), "不请假了")).toContain("没有请假");
    expect(await leavesOf("陈建国")).toEqual([]);
  });

  test("another wish in one breath is no order: both are asked for one by one", async () => {
    await chen().says(`请假 ${tenth} 生病`);
    expect(await answerTo(chen(), "10号的假不请了,15号请假,要出差")).toContain("分两句");
    expect(await leavesOf("陈建国")).toEqual([`${tenth} pending`]);
  });

  test.each(["怎么取消请假", "能不能不请假"])("%s is a question, and changes nothing", async (words) => {
    await chen().says(`请假 ${tenth} 生病`);
    expect(await answerTo(chen(), words)).toContain("不请假了,直接说".replace(",", "，"));
    expect(await leavesOf("陈建国")).toEqual([`${tenth} pending`]);
  });
});

describe("a deputy with a notice open", () => {
  test.each(["要带孙子打针,不去", "家里老人住院,我去不了", "要去贵阳看病,来不成了"])(
    "%s is an excuse, and no opinion of a resident",
    async (words) => {
      expect(await answerTo(chen(), words)).toContain("哪一场请假");
      await chen().taps("12月15日(周二) 羊昌镇代表小组活动");
      expect(await leavesOf("陈建国")).toEqual([`${fifteenth} pending`]);
    },
  );

  test.each([
    "15日上午单位开会冲突,可能晚到半小时",
    "我要迟到一会儿",
    "10号我会晚点到",
    "有点事,要提前走",
    "恐怕要晚来20分钟",
  ])("%s is no leave, and it is said so", async (words) => {
    expect(await answerTo(chen(), words)).toContain("没有替您请假");
    expect(await leavesOf("陈建国")).toEqual([]);
  });

  test("who is late so that he cannot come wants leave", async () => {
    await chen().says("15号要迟到太久,来不了了,请假,出差");
    expect(await leavesOf("陈建国")).toEqual([`${fifteenth} pending`]);
  });
});

test("what became of his leave is told where he asks", async () => {
  expect(await answerTo(chen(), "我的请假批了没有")).toContain("没有请过假");
  for (const number of [tenth, fifteenth]) await chen().says(`请假 ${number} 生病`);
  await clerk().says(`准假 陈建国 ${tenth}`);
  await clerk().says("对");
  for (const words of ["我的请假批了没有", "假批下来了吗", "我请的假同意了没有?", "请假怎么样了"]) {
    const answer = await answerTo(chen(), words);
    expect(answer).toMatch(new RegExp(`${tenth}.*已批准`, "u"));
    expect(answer).toMatch(new RegExp(`${fifteenth}.*等批准`, "u"));
  }
});
