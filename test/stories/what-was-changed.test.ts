import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
beforeAll(async () => {
  warmReader();
  city = await openCity("2026-12-02T10:00:00+08:00");
});
afterAll(() => city.close());

const later = (): void => {
  city.now = new Date(city.now.getTime() + 60_000);
};
const says = async (who: string, said: string) => (await city.person(who).says(said))[0];
const filed = async (said: string): Promise<string> => {
  await says("李明", said);
  return (await says("李明", "对"))?.number ?? "";
};

test("a deputy and her clerk see what a record said before, once for each message", async () => {
  const number = await filed("11月20日走访黄连村12户");
  expect((await says("李明", `${number} 改过什么`))?.text).toContain("没有改过");
  await says("李明", "不是12户是9户,地点改成平寨村");
  later();
  await says("李明", "日期改成11月19日");
  later();
  await says("李明", "没有9户,去掉");
  for (const asked of [
    "改了什么,原来写的啥",
    "看一下改动记录",
    `${number} 改过什么`,
    `${number}改过什么`,
    "原来写的什么",
  ]) {
    const trace = (await says("李明", asked))?.text ?? "";
    expect(trace).toContain(`${number} 走访群众改过3次`);
    expect(trace).toMatch(/12月2日 10:\d\d 李明：12户→9户；地点 黄连村→平寨村/u);
    expect(trace).toMatch(/时间 11月20日\(周五\)→11月19日\(周四\)/u);
    expect(trace).toContain("9户→不写");
  }
  const clerk = await says("刘敏", `${number} 改过什么`);
  expect(clerk?.text).toContain("12户→9户");
  expect((await says("赵勇", `${number} 改过什么`))?.text).toContain("没有找到");
  expect((await says("李明", number))?.text).toContain("改过3次");
});

test("a record that was only verified and sent back was not changed", async () => {
  const number = await filed("11月21日走访平寨村7户");
  await says("刘敏", `核实 ${number}`);
  const sure = await says("刘敏", `${number}核实错了,取消核实`);
  expect(sure?.text).toContain("核实错了");
  await city.person("刘敏").taps("对,退回");
  expect((await says("李明", number))?.text).not.toContain("改过");
  expect((await says("李明", `${number} 改过什么`))?.text).toContain("没有改过");
  expect((await says("李明", `改 ${number} 数量 8户`))?.text).toContain("已改好");
});

test.for([
  ["有问题,退回去让她写清楚", "让她写清楚"],
  ["核实错了,取消核实", "核实错了"],
  ["退回,户数不对", "户数不对"],
])("of a verified record a clerk who says %s sends it back for that reason", async ([said, reason]) => {
  const number = await filed("11月22日走访平寨村5户");
  await says("刘敏", `核实 ${number}`);
  expect((await says("李明", `改 ${number} 数量 4户`))?.text).toContain("退回");
  const sure = await says("刘敏", `${number}${said}`);
  expect(sure?.kind).toBe("sure.return");
  expect(sure?.text).toContain(reason ?? "");
  await city.person("刘敏").taps("对,退回");
  await says("李明", `撤销 ${number}`);
});

test("a clerk who would change a deputy's record is shown how it goes back with just that", async () => {
  const number = await filed("11月23日走访平寨村5户");
  await says("刘敏", `核实 ${number}`);
  const sure = await says("刘敏", `改 ${number} 数量 4户`);
  expect(sure?.kind).toBe("sure.return");
  expect(sure?.text).toContain("4户");
  await city.person("刘敏").taps("不用了");
  expect((await says("赵勇", `改 ${number} 数量 4户`))?.text).toContain("没有找到");
});

test.for(["活动改了什么", "查一下我的履职记录", "改时间 昨天"])(
  "%s asks for no changes of a record",
  async (said) => {
    expect((await says("李明", said))?.text).not.toContain("→");
  },
);

test.for(["刚才撤错了,恢复一下", "撤错了", "恢复刚才撤销的那条", "我删错了,帮我找回来"])(
  "%s is of the record that was withdrawn, which is shown first, and takes no other back",
  async (said) => {
    const kept = await filed("11月24日走访平寨村6户");
    const gone = await filed("11月25日走访黄连村8户");
    await says("李明", `撤销 ${gone}`);
    const answer = await says("李明", said);
    expect(answer?.kind).toBe("sure.restore");
    expect(answer?.text).toContain(gone);
    await says("李明", "不用了");
    expect((await says("李明", kept))?.text).toContain("待核实");
    await says("李明", `撤销 ${kept}`);
  },
);

test.for(["昨天走访时村里恢复供水了", "把刚才那条撤了", "撤销"])("%s asks for nothing back", async (said) => {
  await filed("11月27日走访平寨村2户");
  expect((await says("李明", said))?.text).not.toContain("不能直接恢复");
  await says("李明", "不要");
});
