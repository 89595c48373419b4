import { expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city, deputy, report } = reportingCity("李明");
const says = async (said: string) => (await deputy().says(said))[0];

test("an amount that is said to be wrong and to go is taken out of the record whose number is said", async () => {
  for (const said of ["写的1次不对,去掉", "1次是错的,删掉", "去掉1次", "记的1次多余,请去掉"]) {
    const number = await report("昨天走访平寨村5户,1次");
    const answer = await says(`${number} ${said}`);
    expect([said, answer?.text]).toEqual([said, expect.stringContaining(`已改好 ${number}`)]);
    const shown = (await says(number))?.text.replace(/“.*?”/gu, "") ?? "";
    expect([said, shown.includes("1次，"), shown.includes("5户")]).toEqual([said, false, true]);
    await says(`撤销 ${number}`);
  }
});

test.for(["写的1次不对,应该是2次", "1次不对,是2次"])(
  "%s puts it right, and takes nothing out",
  async (said) => {
    const number = await report("昨天走访平寨村5户,1次");
    await says(`${number} ${said}`);
    expect((await says(number))?.text).toContain("2次");
  },
);

test.for([
  "刚才替李明记的那条应该是5户",
  "刚替李明代表记的那条写错了,应该是5户",
  "我帮李明报的那条应该是5户",
])("a clerk who says %s tells of no new deed: the record is shown before it goes back", async (said) => {
  const clerk = city().person("刘敏");
  await clerk.says("代报 李明 昨天走访平寨村3户");
  await clerk.says("对");
  const [answer] = await clerk.says(said);
  expect(answer?.kind).toMatch(/^sure\.return/u);
  expect(answer?.text).toContain("李明 走访群众");
});

test("a clerk who says so of one entered before is asked for its number, and nothing new is told", async () => {
  const clerk = city().person("刘敏");
  await clerk.says("代报 李明 昨天走访平寨村3户");
  await clerk.says("对");
  await clerk.says("待办");
  expect((await clerk.says("之前的不说了"))[0]?.kind).not.toBe("report.card");
  expect((await clerk.says("我替李明记的那条应该是5户"))[0]?.kind).toBe("report.refused");
});
