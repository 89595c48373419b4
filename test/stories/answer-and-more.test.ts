import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";

// A piece of a report is asked about, and more than the answer is told: nothing of it is lost, and what residents said
// is never taken for the answer.
let city: City;
beforeAll(async () => {
  city = await openCity("2026-12-02T18:00:00+08:00");
});
afterAll(() => city.close());

async function told(report: string, words: string): Promise<string> {
  const deputy = city.person("李明");
  await deputy.says("都不要了");
  await deputy.says(report);
  return (await deputy.says(words))[0]?.text ?? "";
}

test.for([
  ["还有个说垃圾车一个礼拜才来一回,也是那天的", "垃圾车一个礼拜才来一回"],
  ["还有个说垃圾车一个礼拜才来一回", "垃圾车一个礼拜才来一回"],
  ["有3户说吃水困难", "吃水困难"],
  ["一个老人说低保没办下来", "低保没办下来"],
  ["另外有人反映路灯坏了两个月,一起算上", "路灯坏了两个月"],
])(
  "%s is no amount: it goes beside the visit, and the amount is asked still",
  async ([words = "", text = ""]) => {
    const question = await told("昨天走访了几户", words);
    expect(question).toContain(`群众意见：${text}\n数量是多少`);
    const card = (await city.person("李明").says("6户"))[0]?.text ?? "";
    expect(card).toMatch(/【走访群众】12月1日\(周二\)，6户\n群众意见：\n① /u);
    expect(card).toMatch(new RegExp(`：${text}$`, "mu"));
  },
);

test.for([
  ["3户,有人说路灯坏了", "3户", "城乡建设：路灯坏了"],
  ["3户,有人说路灯坏了,晚上黑得很", "3户", "城乡建设：路灯坏了，晚上黑得很"],
  ["有十来户,他们反映吃水困难", "约10户", "水电气讯：吃水困难"],
  ["8户。路灯坏了三盏", "8户", "城乡建设：路灯坏了三盏"],
])("%s says how many, and what was heard", async ([words = "", amount = "", heard = ""]) => {
  const card = await told("昨天走访了几户", words);
  expect(card).toContain(`【走访群众】12月1日(周二)，${amount}\n群众意见：\n① ${heard}\n`.trim());
});

test.for([
  ["去龙里村看了两户", "龙里村，2户"],
  ["五户,在石头村", "石头村，5户"],
  ["大概十户吧,陈建国也去了", "约10户，同行：陈建国"],
  ["和陈建国一起走了五户", "5户，同行：陈建国"],
])("%s says how many, and where or with whom", async ([words = "", line = ""]) => {
  expect(await told("昨天走访了几户", words)).toMatch(
    new RegExp(`【走访群众】12月1日\\(周二\\)，${line}$`, "mu"),
  );
});

test("who came along, beside the day that was asked", async () => {
  expect(await told("前几天走访了石头村3户", "昨天下午3点,和王芳一起")).toContain(
    "【走访群众】12月1日(周二) 15:00，石头村，3户，同行：王芳",
  );
});

test("what was heard, beside the day that was asked", async () => {
  expect(await told("前几天走访了石头村3户", "12月1号,有群众反映停水")).toContain(
    "石头村，3户\n群众意见：\n① 水电气讯：停水",
  );
});

test("what else was said of it stays with its words", async () => {
  const deputy = city.person("李明");
  await told("昨天走访了几户", "12户,主要讲了医保缴费");
  const number = (await deputy.says("对"))[0]?.number ?? "";
  expect((await deputy.says(number))[0]?.text).toContain("主要讲了医保缴费");
  await deputy.says("撤销");
});

test.for([
  ["12户,都是困难户", "12户"],
  ["5户都没有人反映问题", "5户"],
  ["走访群众5户", "5户"],
  ["12户,46人", "12户、46人"],
])("%s tells of no opinion", async ([words = "", line = ""]) => {
  const card = await told("昨天走访了几户", words);
  expect(card).toMatch(new RegExp(`【走访群众】12月1日\\(周二\\)，${line}$`, "mu"));
  expect(card).not.toContain("群众意见");
});

test.for(["路灯坏了一个月没人修", "垃圾车一个礼拜才来一回"])(
  "%s is nobody's word on the visit: an opinion of its own, and the visit waits",
  async (words) => {
    const card = await told("昨天走访了几户", words);
    expect(card).toContain(`：${words}`);
    expect(card).not.toContain("走访群众");
    const deputy = city.person("李明");
    await deputy.says("不记了");
    expect(deputy.heard().at(-1)?.text).toContain("数量是多少");
  },
);

test("another place than that of the visit is another visit, and the first waits", async () => {
  const card = await told("昨天走访石头村几户", "去龙里村看了两户");
  expect(card).toContain("龙里村，2户");
  const deputy = city.person("李明");
  await deputy.says("不记了");
  expect(deputy.heard().at(-1)?.text).toContain("数量是多少");
});
