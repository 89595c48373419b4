import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test("what a deputy did and what residents said stays on one card, whatever is said in between", async () => {
  const deputy = city.person("王芳");
  await deputy.says("前天下午我跟陈建国到平寨村看了6户困难老人,他们说村口那座桥栏杆断了");
  await deputy.says("不对,是8户");
  await deputy.says("叽里咕噜呱啦");
  const [card] = await deputy.says("看卡片");
  for (const words of ["平寨村，8户，同行：陈建国", "交通：村口那座桥栏杆断了"])
    expect(card?.text).toContain(words);
  await deputy.taps("对,记下来");
  const [row] = await city.database.db.execute(sql`
    select r.counts->>'households' as households, r.narrative like '%平寨村%' as told, o.category, o.text
    from duty_records r cross join opinions o`);
  expect(row).toMatchObject({
    households: "8",
    told: true,
    category: "transport",
    text: "村口那座桥栏杆断了",
  });
});

test("what is asked of it while it is open may wait for a correction, and takes no nonsense for an answer", async () => {
  const deputy = city.person("李明");
  const [question] = await deputy.says("昨天走访黄连村6户,有人反映云雀那个事情");
  expect(question?.text).toContain("这条意见算哪一类");
  await deputy.says("不对,是8户");
  await deputy.says("改地点 平寨村");
  expect((await deputy.says("叽里咕噜呱啦"))[0]?.kind).toBe("report.not-read");
  const [card] = await deputy.says("交通");
  for (const words of ["平寨村", "8户", "交通：云雀那个事情"]) expect(card?.text).toContain(words);
});

test("of two matters only the one that is not clear is asked about", async () => {
  const wei = city.person("韦国良");
  const [question] = await wei.says("昨天去麦坪村走访12户,老百姓说路灯不亮,还有人反映云雀那个事情");
  expect(question?.kind).toBe("report.question");
  expect(question?.text).toContain("云雀那个事情");
  const [card] = await wei.taps("城乡建设");
  for (const piece of ["12户", "路灯不亮", "云雀那个事情"]) expect(card?.text).toContain(piece);
  await wei.says("不记了");
});

test("what is put right while something else is asked is said, and the question stays", async () => {
  const zhou = city.person("周志强");
  await zhou.says("昨天走访平寨村6户,有人反映云雀那个事情");
  const [asked] = await zhou.says("不对,是8户");
  expect(asked?.kind).toBe("report.question");
  expect(asked?.text).toMatch(/改好了.*平寨村 8户/u);
  expect(asked?.text).toContain("这条意见算哪一类");
  await zhou.says("不记了");
});

test("九户人家 that somebody went to see were visited", async () => {
  const [card] = await city.person("王芳").says("前天下午我和陈建国去黄连村看了九户人家,村民说自来水浑得很");
  expect(card?.text).toContain("【走访群众】");
  expect(card?.text).toContain("自来水浑得很");
  await city.person("王芳").says("不记了");
});

test("what is wrong at somebody's home is offered beside the visit there, and what was only told of is not", async () => {
  const deputy = city.person("陈建国");
  const [card] = await deputy.says("今天早上8点到陈大爷家坐了一下,他家房子漏雨,1户");
  expect(card?.text).toContain("他家房子漏雨");
  const [both] = await deputy.taps("一起反映");
  expect(both?.text).toContain("他家房子漏雨");
  await deputy.says("算了");
  const [plain] = await deputy.says("昨天走访黄连村5户,王大爷家房子已经修好");
  expect(plain?.text).not.toContain("一起反映");
});
