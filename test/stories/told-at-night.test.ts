import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { heardOf } from "#test/support/overheard.ts";

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-20T21:30:00+08:00");
});
afterAll(() => city.close());

const clerk = () => city.person("刘敏");

test("at night a receipt says when the other will be told, and not that he was", async () => {
  await clerk().says("代报 李明 昨天走访黄连村3户");
  const [receipt] = await clerk().says("对");
  expect(receipt?.text).toContain("明早8点后告诉李明代表");
  expect(receipt?.text).not.toContain("已告诉");
  expect(city.person("李明").heard()).toEqual([]);
});

test("an activity published at night is announced in the morning", async () => {
  await clerk().says("发布活动 11月28日上午9点 羊昌镇代表小组 小组活动");
  const [receipt] = await clerk().says("对");
  expect(receipt?.text).toContain("明早8点后通知");
});

test("after midnight the morning is today's", async () => {
  city.now = new Date("2026-11-21T06:30:00+08:00");
  await clerk().says("退回 履-2026-00001 日期不对");
  const [returned] = await clerk().taps("对,退回");
  expect(returned?.text).toContain("今早8点后告诉本人");
});

test("by day it has been done", async () => {
  city.now = new Date("2026-11-21T09:00:00+08:00");
  await clerk().says("代报 王芳 昨天走访黄连村4户");
  const [receipt] = await clerk().says("对");
  expect(receipt?.text).toContain("已告诉王芳代表");
});

test("what is written on the last night of a year is dated as it is read on the first morning of the next", async () => {
  city.now = new Date("2026-12-31T21:40:00+08:00");
  await clerk().says("发布活动 1月8日上午9点 羊昌镇代表小组 小组活动");
  const [receipt] = await clerk().says("对");
  expect(receipt?.text).toContain("2027年1月8日(周五)");
  city.now = new Date("2027-01-01T08:30:00+08:00");
  city.service.tell("outbox");
  const invited = (): string => heardOf(city.person("李明"), "activity.invited").at(-1)?.text ?? "";
  await expect.poll(invited).toContain("1月8日(周五)");
  expect(invited()).not.toContain("2027年");
});
