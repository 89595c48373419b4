import { expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { deputy: chen, report } = reportingCity("陈建国");

test("黄连村一组改成黄连村二组 is of the record that says the first, on file or on the card", async () => {
  const number = await report("昨天走访黄连村一组6户");
  await report("昨天下午在平寨村走访2户");
  expect((await chen().says("黄连村一组改成黄连村二组"))[0]?.text).toContain(`已改好 ${number}`);
  await chen().says("今天上午走访新场村3户");
  const [card] = await chen().says("新场村改成甘庄村");
  expect(card?.kind).toBe("report.card");
  expect(card?.text).toContain("甘庄村");
});

test("昨天视察改到前天 moves the record of that day, and makes no other", async () => {
  const number = await report("昨天视察羊昌村");
  const [done] = await chen().says("昨天视察改到前天");
  expect(done?.text).toContain(`已改好 ${number}`);
  expect(done?.text).toContain("9月14日");
});

test("村里的路改成水泥路 changes no record", async () => {
  await report("昨天走访黄连村一组6户");
  expect((await chen().says("村里的路改成水泥路"))[0]?.kind).not.toBe("report.amended");
});
