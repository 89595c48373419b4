import { describe, expect, test } from "vitest";
import { readMandateChange } from "#src/understanding/mandates/read-mandate-change.ts";

const CONTEXT = {
  today: "2026-11-25",
  people: ["李明", "王芳", "陈建国", "张伟", "赵勇"],
  places: [
    "乌当区",
    "羊昌镇",
    "东风镇",
    "羊昌镇代表小组",
    "东风镇代表小组",
    "羊昌镇代表联络站",
    "高新社区",
    "黄连村",
  ],
};
const read = (text: string) => readMandateChange(text, CONTEXT)?.draft;

describe("what the office says about mandates", () => {
  test.each([
    [
      "补选 张三 羊昌镇 自11月20日",
      { change: "by_election", names: ["张三"], orgs: ["羊昌镇"], on: "2026-11-20" },
    ],
    ["补选张三为羊昌镇代表,11月20日", { names: ["张三"], orgs: ["羊昌镇"], on: "2026-11-20" }],
    [
      "11月20日补选欧阳小川为区人大代表,羊昌镇代表小组,第12选区",
      { names: ["欧阳小川"], orgs: ["羊昌镇代表小组"], level: "district", constituency: "第12选区" },
    ],
    ["张三同志于11月20日补选为羊昌镇人大代表", { names: ["张三"], level: "township", on: "2026-11-20" }],
    [
      "补选张为民 编号D201 东风镇 昨天",
      { names: ["张为民"], code: "D201", orgs: ["东风镇"], on: "2026-11-24" },
    ],
    ["补选\u3000张三\u3000羊昌镇\u3000自１１月２０日", { names: ["张三"], on: "2026-11-20" }],
    ["補選張三為羊昌鎮代表", { names: ["张三"], orgs: ["羊昌镇"] }],
    ["新增代表 张三 羊昌镇代表小组 12月1日", { names: ["张三"], orgs: ["羊昌镇代表小组"], on: "2026-12-01" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "by_election", ...wanted });
  });

  test.each([
    ["暂停 李明 代表职务 自11月20日", { on: "2026-11-20" }],
    ["自11月20日起暂停李明代表职务", { on: "2026-11-20" }],
    ["暂停执行李明同志的代表职务,从昨天起", { on: "2026-11-24" }],
    ["李明代表职务暂停,自12月1日至2027年3月1日", { on: "2026-12-01", to: "2027-03-01" }],
    ["暂停 李明 代表职务 自11月20日起至12月31日", { on: "2026-11-20", to: "2026-12-31" }],
    ["即日起暂停李明的代表资格,原因涉嫌犯罪被羁押", { on: "2026-11-25", reason: "涉嫌犯罪被羁押" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "suspend", names: ["李明"], ...wanted });
  });

  test.each([
    ["恢复 李明 代表职务 自11月24日", { on: "2026-11-24" }],
    ["11月24日起恢复李明执行代表职务", { on: "2026-11-24" }],
    ["解除对李明的暂停,今天起", { on: "2026-11-25" }],
    ["终止李明暂停,明天起", { on: "2026-11-26" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "resume", names: ["李明"], ...wanted });
  });

  test.each([
    ["接受辞职 李明 11月20日", { on: "2026-11-21" }],
    ["接受李明辞去代表职务的请求,自11月21日起", { on: "2026-11-21" }],
    ["常委会11月20日接受李明辞职", { on: "2026-11-21" }],
    ["李明辞职,11月20日已经接受", { on: "2026-11-21" }],
    ["同意李明同志辞去区人大代表职务", { level: "district" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "resign", names: ["李明"], ...wanted });
  });

  test.each([
    ["终止 李明 代表资格 11月20日 原因 调离本行政区域", { on: "2026-11-21", reason: "调离本行政区域" }],
    ["李明的代表资格自12月1日起终止", { on: "2026-12-01" }],
    ["罢免李明代表职务,昨天", { on: "2026-11-25" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "terminate", names: ["李明"], ...wanted });
  });

  test.each([
    ["调动 李明 东风镇 自12月1日", { orgs: ["东风镇"], on: "2026-12-01" }],
    [
      "李明从羊昌镇代表小组调到东风镇代表小组,12月1日起",
      { orgs: ["羊昌镇代表小组", "东风镇代表小组"], on: "2026-12-01" },
    ],
    ["把李明编入东风镇代表小组", { orgs: ["东风镇代表小组"] }],
    ["12月1日起李明转到东风镇", { orgs: ["东风镇"], on: "2026-12-01" }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "transfer", names: ["李明"], ...wanted });
  });

  test.each([
    ["换届 十九届 2026年12月20日 全部连任", { again: { all: true, names: [] } }],
    ["换届,第十九届,自12月20日,除李明、王芳外全部连任", { again: { all: true, names: ["李明", "王芳"] } }],
    [
      "区人大换届 第十九届 12月20日 连任 李明、王芳、孙七",
      { again: { all: false, names: ["李明", "王芳", "孙七"] } },
    ],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject({ change: "new_term", term: "十九届", on: "2026-12-20", ...wanted });
  });
});

describe("somebody whom the roster does not know is still named", () => {
  test.each([
    "暂停 赵六 代表职务 自11月20日",
    "暂停赵六代表职务",
    "接受赵六辞去代表职务",
    "终止赵六的代表资格",
    "赵六从羊昌镇调到东风镇",
  ])("%s", (text) => {
    expect(read(text)?.names).toEqual(["赵六"]);
  });
});

describe("what only sounds like a change is none", () => {
  test.each([
    "昨天走访黄连村12户,有人反映农贸市场暂停营业",
    "今年补选了几个代表",
    "李明代表职务暂停了吗",
    "听说李明要辞职",
    "辞职要什么程序?",
    "昨天参加换届选举宣传",
    "建议恢复黄连村班车",
    "昨天和李明代表调解一起纠纷,从羊昌镇到东风镇",
    "黄连村路灯恢复了",
    "李明打算辞去代表职务",
    "参加补选投票",
    "调到下午三点",
    "转到东风镇看望李明",
    "恢复供水了",
    "暂停一下",
  ])("%s", (text) => {
    expect(read(text)).toBeUndefined();
  });
});

test("a day that is not said, or names no single day, is left to be asked for", () => {
  expect(read("暂停李明代表职务")).not.toHaveProperty("on");
  expect(read("暂停李明代表职务,自本月底")).not.toHaveProperty("on");
});
