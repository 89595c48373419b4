import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// A Wednesday. 活-2026-003 is the group's on 9 December, 活-2026-005 is called to here.
let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
  // The first of all takes longest.
  await clerk().says("活动");
  await clerk().says("12月8日上午9点在羊昌镇政府开座谈会,羊昌镇全体代表参加");
  await clerk().taps("对,发通知");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");
const first = async (said: string) => (await clerk().says(said))[0];

describe("a day without its month or week is near the day on which the activity was to be", () => {
  test.each([
    ["8号的活动改到7号", "时间改为：12月7日(周一) 09:00"],
    ["8号的会提前到4号", "时间改为：12月4日(周五) 09:00"],
    ["8号的活动推迟到3号", "时间改为：2027年1月3日(周日) 09:00"],
    ["8号的活动改到30号", "时间改为：12月30日(周三) 09:00"],
    ["8号的座谈会改到周一", "时间改为：12月7日(周一) 09:00"],
    ["8号的座谈会改到周五上午十点", "时间改为：12月11日(周五) 10:00"],
    ["8号的会推迟到周一", "时间改为：12月14日(周一) 09:00"],
    ["8号的活动改到第二天", "时间改为：12月9日(周三) 09:00"],
    ["8号的活动提前到前一天", "时间改为：12月7日(周一) 09:00"],
    // From today, and not from the old day.
    ["8号的活动改到后天", "时间改为：12月4日(周五) 09:00"],
    ["8号的活动推迟到下周五", "时间改为：12月11日(周五) 09:00"],
    ["改期 活-2026-005 7号", "时间改为：12月7日(周一) 09:00"],
  ])("%s", async (said, piece) => {
    const card = await first(said);
    expect(card?.kind).toBe("sure.change");
    expect(card?.text).toContain("活-2026-005");
    expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });
});

describe("it is moved by so much, whatever it is called by", () => {
  test.each([
    ["活-2026-005推迟一天", "12月9日(周三) 09:00"],
    ["活-2026-005推迟一周", "12月15日(周二) 09:00"],
    ["8号的座谈会提前半小时", "12月8日(周二) 08:30"],
    ["8号的会推迟一个半小时", "12月8日(周二) 10:30"],
    ["活-2026-005延后20分钟", "12月8日(周二) 09:20"],
    ["小组活动往后推两天", "12月11日(周五) 09:30"],
  ])("%s", async (said, piece) => {
    const card = await first(said);
    expect(card?.kind).toBe("sure.change");
    expect(card?.text).toContain(`时间改为：${piece}`);
    await clerk().says("不用了");
  });

  test.each([
    ["8号的会改成线上", "地点改为：线上"],
    ["活-2026-005改线上开", "地点改为：线上"],
    ["8号的活动改去看学校", "内容改为：看学校"],
    ["8号的座谈会改成讨论路灯的事", "内容改为：讨论路灯的事"],
  ])("or to somewhere or something else: %s", async (said, piece) => {
    const card = await first(said);
    expect(card?.kind).toBe("sure.change");
    expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });
});

describe("what stays as it was is no change", () => {
  test.each([
    "8号的座谈会改成下午3点,地方还是三楼",
    "8号的会改到下午三点,地点不变",
    "8号的会改到15:00,老地方",
    "8号的活动改成下午3点,地点内容都不变",
    "改活动 活-2026-005 时间下午3点 地点照旧",
    "8号的会改到下午3点,还在原来的会议室",
  ])("%s", async (said) => {
    const card = await first(said);
    expect(card?.kind).toBe("sure.change");
    expect(card?.text).toContain("时间改为：12月8日(周二) 15:00");
    expect(card?.text).not.toContain("地点改为");
    await clerk().says("不用了");
  });

  test.each([
    ["8号的活动改到11号,时间地点都不变", "12月11日(周五) 09:00"],
    ["8号那个活动提前到7号吧,还是原来的时间", "12月7日(周一) 09:00"],
  ])("of another day: %s", async (said, piece) => {
    const card = await first(said);
    expect(card?.text).toContain(`时间改为：${piece}`);
    expect(card?.text).not.toContain("地点改为");
    await clerk().says("不用了");
  });
});

describe("right after an activity was shown, words that name none are of it", () => {
  beforeEach(async () => {
    await clerk().says("活-2026-005");
  });

  test.each([
    ["改到10号", "12月10日(周四) 09:00"],
    ["改到10号下午三点", "12月10日(周四) 15:00"],
    ["时间改到10号吧", "12月10日(周四) 09:00"],
    ["推迟一天", "12月9日(周三) 09:00"],
    ["提前半小时", "12月8日(周二) 08:30"],
    ["座谈会改到周五", "12月11日(周五) 09:00"],
    ["地点改到镇政府三楼会议室", "镇政府三楼会议室"],
    ["换个地方,在文化站", "文化站"],
  ])("%s", async (said, piece) => {
    const card = await first(said);
    expect(card?.kind).toBe("sure.change");
    expect(card?.text).toContain("活-2026-005");
    expect(card?.text).toContain(piece);
    await clerk().says("不用了");
  });

  test("but not what is asked, nor what is put right in a record that was filed since", async () => {
    expect((await first("能改到10号吗?"))?.kind).not.toBe("sure.change");
    await clerk().says("都不要了");
    await clerk().says("代报 李明 昨天走访黄连村3户");
    await clerk().taps("对,记下来");
    expect((await first("改到11月30号"))?.kind).not.toBe("sure.change");
  });
});

describe("put off without a new day it stays where it is, and what to say is said", () => {
  test.each([
    "8号的会延期,时间待定",
    "活-2026-005推迟,另行通知",
    "小组活动延期",
    "座谈会先推迟吧,日子再定",
    "12月9日的活动改期举行",
  ])("%s", async (said) => {
    const answer = (await clerk().says(said)).map((one) => one.text).join("\n");
    expect(answer).toContain("新日子没说，还没有改动");
    expect(answer).toContain("活动安排");
  });

  test.each(["昨天的会延期了", "李明的培训推迟", "8号的会延期了吗?"])("and not by %s", async (said) => {
    const answer = (await clerk().says(said)).map((one) => one.text).join("\n");
    expect(answer).not.toContain("新日子没说");
    await clerk().says("都不要了");
  });
});

test("a yes moves it to the day that was shown, and the deputies read that day", async () => {
  await clerk().says("8号的活动改到7号");
  const [done] = await clerk().taps("对,改并通知");
  expect(done?.text).toContain("已改 活-2026-005 12月7日(周一) 09:00");
});
