import { beforeEach, expect, test } from "vitest";
import { visitTogether } from "#test/support/visit-together.ts";

const { says, later, told, visit } = visitTogether();
beforeEach(visit);

test.each(["时间不对,是前天", "地点不对,是黄连村五组", "不对,是7户"])(
  "%s: what staff had verified follows, is one occasion, and waits to be verified once more",
  async (said) => {
    await says("刘敏", "核实 履-2026-00002");
    later();
    await says("李明", said);
    expect(await told("刘敏", "share.left-over")).toMatch(
      /王芳代表那份履-2026-00002原来核实过，跟着改了，要请您再核实一次。\n属实请说：核实 履-2026-00002/u,
    );
    const words = await told("王芳", "share.origin-changed");
    expect(words).toContain("您那份履-2026-00002跟着改了");
    expect(words).toContain("要等工作人员再核实");
    expect(await told("陈建国", "share.origin-changed")).not.toContain("再核实");
    expect((await says("刘敏", "待核实"))?.text).toContain("履-2026-00002");
    await says("刘敏", "不用了");
    expect((await says("刘敏", "统计 羊昌镇 今年"))?.text).toContain("1次(3条记录");
    expect((await says("刘敏", "核实 履-2026-00002"))?.text).toContain("已核实");
  },
);

test("what staff had verified, and its owner had told otherwise, stays as they verified it", async () => {
  await says("王芳", "不对,是7户");
  later();
  await says("刘敏", "核实 履-2026-00002");
  later();
  await says("李明", "不对,是8户");
  expect(await told("王芳", "share.origin-changed", "没有跟着改")).not.toContain("再核实");
  expect((await says("刘敏", "履-2026-00002"))?.text).toMatch(/已核实\)\n.*7户/u);
});

test("the hour alone troubles nobody who has verified", async () => {
  await says("刘敏", "核实 履-2026-00002");
  later();
  await says("李明", "改时间 昨天下午3点");
  expect((await says("刘敏", "履-2026-00002"))?.text).toContain("已核实");
});
