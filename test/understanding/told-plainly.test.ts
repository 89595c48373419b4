import { expect, test } from "vitest";
import { understand } from "#src/understanding/understand.ts";

const read = (text: string) =>
  understand(text, {
    at: new Date("2026-11-18T20:00:00+08:00"),
    zone: "Asia/Shanghai",
    people: ["李明", "王芳", "喻正国", "敖春燕"],
    places: ["温石村", "百宜镇"],
  });

test.each([
  ["不是二十个嘛是十六个", { field: "persons", value: 16 }],
  ["搞错了,看了八个地方不是七个", { field: "places", value: 8 }],
  ["前面报的8个人,改10个", { field: "persons", value: 10 }],
  ["哪有二十人,十二人", { field: "persons", value: 12 }],
  ["那个不叫走访企业,那天是视察,你给我改过来", { field: "kind", value: "inspection" }],
  ["你给我登成宣讲了,其实是培训", { field: "kind", value: "training" }],
  ["刚才反映的那个不是城建,是水电", { field: "category", value: "utilities" }],
  ["是老街村口那里,不是新街", { field: "place", value: "老街村口" }],
  ["那次活动到11月15号才结束的", { field: "end", value: "2026-11-15" }],
  ["是六户哈,我说成九户了", { field: "households", value: 6 }],
  ["该归环境那一类,不是城建", { field: "category", value: "environment" }],
  ["再加个王芳", { field: "with", value: "王芳", more: true }],
])("a deputy puts right, whichever way round: %s", (text, correction) => {
  expect(read(text)).toMatchObject({ intent: "correction", correction });
});

test.each([
  ["我今年缺席过几回活动", "my_attendance"],
  ["我二季度的出席情况给我看一下", "my_attendance"],
  ["我报上去那个水池的事他们修没修嘛", "my_opinions"],
  ["我今年捐了几回款", "my_reports"],
  ["这个季度我还得接待几次才够", "deadlines"],
  ["报错了找哪个撤", "help"],
  ["列一下今年没走访过的代表", "missing_reports"],
  ["敖春燕的情况", "deputy_profile"],
  ["住建局手上还压着几件", "opinion_backlog"],
  ["李明代表今年缺席过几次会?", "absences"],
  ["没接待过选民的代表有几个", "missing_reports"],
])("what is asked in plain words is heard: %s", (text, name) => {
  expect(read(text)).toMatchObject({ intent: "query", query: { name } });
});

test.each([
  ["明天的会请假,我轮到白班", "work_shift"],
  ["本人11月24日在北京参加行业展会,小组活动请假一次", "business_trip"],
  ["20日会议因发热不能到会", "illness"],
  ["兹因家中有事,特请11月25日会议假一天", "family"],
])("why a deputy cannot come is heard: %s", (text, reason) => {
  expect(read(text)).toMatchObject({ intent: "leave", leave: { reason } });
});

test.each(["昨天小组集中视察,我去了,王芳请假没来", "上周五列席常委会,全程没请假"])(
  "a deputy who tells who was there asks for no leave: %s",
  (text) => {
    expect(read(text).intent).toBe("report");
  },
);

test.each(["昨天替王芳代表录的作废,不要记了", "明天的假我不请了,撤回", "报早了,活动还没开,先撤了"])(
  "a deputy takes back what was filed: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "withdraw", ask: [] });
  },
);

test("a motion that others signed is the deputy's own, and one made for another is that one's", () => {
  expect(read("代李明代表提交议案一件:加快推进农村寄递网点建设,十一名代表联名")).toMatchObject({
    onBehalf: "李明",
    suggestion: { role: "lead", motion: true },
  });
  expect(read("喻正国让我帮他提件建议,关于整治河道采砂")).toMatchObject({
    onBehalf: "喻正国",
    suggestion: { role: "lead" },
  });
  expect(read("李明那个关于水源保护的议案我联个名")).toMatchObject({
    suggestion: { role: "cosign", person: "李明", title: "水源保护" },
  });
  expect(read("建议立项:工业园至地铁站通勤公交专线。我领衔。").intent).toBe("suggestion");
});

test.each(["这个月忙,一户都没走", "等我把材料找齐再报", "这个月还没走访过"])(
  "a deputy who tells that nothing was done yet is asked nothing: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "chat", ask: [] });
  },
);

test.each(["我报上去那个水池的事他们修没修嘛", "电话联系选民算不算走访", "帮我数数我去年搞了几场宣讲"])(
  "a plain question is answered without a question: %s",
  (text) => {
    expect(read(text)).toMatchObject({ intent: "query", ask: [] });
  },
);

test("two days said as one are a stretch, and months that are over are summed up", () => {
  expect(read("昨今两天走访困难户12户").reports).toMatchObject([{ date: "2026-11-17", end: "2026-11-18" }]);
  expect(read("半年小结:1到6月走访选民96户").reports).toMatchObject([
    { date: "2026-01-01", end: "2026-06-30" },
  ]);
  expect(read("去年帮温石村争取了8万元修水池").ask).toContain("date");
});
