import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// Staff ask who has leave: it is listed, of those they look after, without the reason, and nobody is ranked.

let city: City;
let [ahead, other] = ["", ""];
beforeAll(async () => {
  city = await openCity("2026-12-02T10:00:00+08:00");
  const publish = async (name: string, words: string): Promise<string> => {
    await city.person(name).says(words);
    const [done] = await city.person(name).says("对");
    return /活-\d{4}-\d+/u.exec(done?.text ?? "")?.[0] ?? "";
  };
  ahead = await publish(
    "刘敏",
    "发布活动 12月10日上午9点 羊昌镇代表小组 小组活动 地点羊昌镇政府 内容视察农贸市场",
  );
  other = await publish("赵勇", "发布活动 12月11日上午9点 东风镇代表小组 小组活动 地点东风镇政府 内容学习");
  expect([ahead, other]).not.toContain("");
  await city.person("李明").says(`请假 ${ahead} 出差`);
  await city.person("王芳").says(`请假 ${ahead} 生病`);
  await city.person("张伟").says(`请假 ${other} 出差`);
  await city.person("刘敏").says(`准假 李明 ${ahead}`);
  await city.person("刘敏").taps("对,准假");
});
afterAll(() => city.close());

const told = async (name: string, words: string): Promise<string> =>
  (await city.person(name).says(words))[0]?.text ?? "";

test.for([
  "哪些人请假了",
  "谁请假了?",
  "12月10日活动谁请假",
  "今年请假的有哪些人",
  "本月请假情况",
  "羊昌镇本月请假情况",
  "本月请假人员名单",
  "帮我查一下本月请假的有几个",
  "我们镇本月有谁请过假",
])("%s: those of the township, with where each stands and without the reason", async (words) => {
  const answer = await told("刘敏", words);
  expect(answer).toContain("请假2人次(已准1、待批1)");
  expect(answer).toMatch(/李明 12月10日\(周四\) .* 已准/u);
  expect(answer).toMatch(/王芳 12月10日\(周四\) .* 待批/u);
  expect(answer).not.toMatch(/张伟|出差|生病/u);
});

test("of one activity, one day, one deputy, one place", async () => {
  expect(await told("刘敏", `${ahead}谁请假`)).toContain(`${ahead} 请假2人次`);
  expect(await told("刘敏", "12月9日活动谁请假")).toContain("没有人请假");
  expect(await told("刘敏", "李明今年请了几次假")).toContain("李明 2026年 请假1人次(已准1)");
  expect(await told("孙丽", "东风镇本月请假情况")).toContain("请假1人次(待批1)");
  expect(await told("孙丽", "本月哪些人请假")).toContain("请假3人次");
  expect(await told("刘敏", `${other}谁请假`)).toContain("没有人请假");
});

test.for(["今年请假最多", "谁请假最多", "请假次数最多的是谁", "今年请假最多的三个人"])(
  "%s: nobody is ranked",
  async (words) => expect(await told("孙丽", words)).toContain("不排名"),
);

test.for(["哪些人没请假就没来", "缺席 今年", "谁没请假"])("%s is no question about leave", async (words) => {
  expect((await city.person("刘敏").says(words))[0]?.kind).not.toBe("figures.leaves");
});

test("what waits leads to the list of what is to be decided", async () => {
  await told("刘敏", "哪些人请假了");
  expect((await city.person("刘敏").taps("看待批的"))[0]?.text).toContain("王芳");
});
