import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { warmReader } from "#test/support/warm-reader.ts";
import { type City, openCity } from "#test/support/city.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";

// 李明 is called to a training on 25 December.
let city: City;
let called: string;
const deputy = () => city.person("李明");
const say = (words: string) => answerTo(deputy(), words);
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-08T09:00:00+08:00");
  await city.database.db.execute(sql`update activities set state = 'cancelled' where state = 'planned'`);
  await city.person("刘敏").says("发布活动 12月25日上午9点 羊昌镇代表小组 学习培训 地点镇政府三楼会议室");
  called = (await city.person("刘敏").says("对"))[0]?.number ?? "";
});
afterAll(() => city.close());
beforeEach(async () => {
  for (const table of ["leaves", "dialogs", "choices"])
    await city.database.db.execute(sql`delete from ${sql.identifier(table)}`);
  await city.database.db.execute(sql`update attendances set answer = null, answered_at = null`);
});

const state = async (): Promise<string> => {
  const [row] = await city.database.db.execute<{ said: string }>(sql`
    select coalesce(t.answer, 'none') || ' ' || (select count(*) from leaves) said from attendances t
    join people p on p.id = t.person_id join activities a on a.id = t.activity_id
    where p.name = '李明' and a.number = ${called}`);
  return row?.said ?? "";
};

test.each(["25号那个在几楼", "25号的学习在哪层楼?", "学习在哪个会议室", "在几楼啊", "25号是几点"])(
  "%s: the notice is shown, and nothing is answered or asked for",
  async (words) => {
    const answer = await say(words);
    expect(answer).toContain(called);
    expect(answer).toContain("三楼会议室");
    expect(await state()).toBe("none 0");
  },
);

test.each([
  "25号那个要带什么",
  "要带什么材料吗",
  "需要准备些什么",
  "25号要开多久",
  "25号的会几点结束?",
  "学习要多长时间呢",
  "25号有车接吗",
  "中午管饭吗",
  "25号学什么内容",
])("%s: the notice is shown, and it is said who knows more", async (words) => {
  const answer = await say(words);
  expect(answer).toContain("请问发通知的工作人员");
  expect(answer).toContain(called);
  expect(await state()).toBe("none 0");
});

test.each([
  "25号的学习能不能改天",
  "25号的能不能推迟一下",
  "能不能改到下午",
  "可以请人代去吗",
  "能不能线上参加",
])("%s: nothing is moved, and it is said who decides", async (words) => {
  const answer = await say(words);
  expect(answer).toContain("由发通知的工作人员定");
  expect(answer).toContain(called);
  expect(await state()).toBe("none 0");
});

test.each(["25号要开多久", "几点结束?", "能不能线上参加", "要带什么", "那我能请人代吗"])(
  "while the reason for leave is asked for, %s is no reason",
  async (words) => {
    expect(await say("25号请假")).toContain("什么原因");
    await say(words);
    expect(await state()).toBe("none 0");
    await say("要去医院复查");
    expect(await state()).toBe("leave 1");
  },
);

test.each(["不知道怎么回事,发烧了", "店里没什么人,走不开"])("%s is a reason all the same", async (words) => {
  await say("25号请假");
  await say(words);
  expect(await state()).toBe("leave 1");
});

test.each(["25号改成参加,不去北京了", "25号又能去了,北京不去了", "改成参加,不出差了", "25号改为参加"])(
  "after leave was asked for, %s takes it back",
  async (words) => {
    await say("请假 25号 去北京出差");
    expect(await state()).toBe("leave 1");
    expect(await say(words)).toContain("记下您参加");
    expect(await state()).toContain("coming");
  },
);

test.each(["我到会,请放心", "我准时到会,请组长放心", "25号我参加,大家放心", "能来,请放心"])(
  "%s is a yes to the notice",
  async (words) => {
    expect(await say(words)).toContain("记下您参加");
    expect(await state()).toBe("coming 0");
  },
);

test.each([
  "群众问办低保要带什么材料",
  "村民反映班车能不能推迟到七点",
  "路灯要多久才修好",
  "黄连村的水几点钟来",
  "我不去北京了",
])("%s asks nothing of a notice, and answers none", async (words) => {
  expect(await say(words)).not.toContain(called);
  expect(await state()).toBe("none 0");
});

test("after the time was changed: who cannot come then asks for leave, and whoever can now comes", async () => {
  await say("参加");
  await city.person("刘敏").says(`改活动 ${called} 时间12月25日下午3点`);
  await city.person("刘敏").says("对");
  await say("下午不行,我下午要去幼儿园接孙子");
  await say("对");
  expect(await state()).toBe("leave 1");
  const waits = await city.person("刘敏").says(`改活动 ${called} 时间12月25日上午9点`);
  expect(waits[0]?.text).toContain("这样改");
  await city.person("刘敏").says("对");
  const told = heardOf(deputy(), "activity.changed").at(-1)?.text ?? "";
  expect(told).toContain("您请的假还在等批");
  expect(await say("上午我就可以来了,下午才有事")).toContain("记下您参加");
  expect(await state()).toContain("coming");
});

test.each(["我25号的假咋个还没批", "假怎么还没批", "我请的假还没消息吗"])(
  "%s tells how it stands with it",
  async (words) => {
    await say("25号请假,要去医院复查");
    const answer = await say(words);
    expect(answer).toContain(called);
    expect(answer).toContain("等");
  },
);
