import { afterEach, beforeEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

// The self-review was due on Thursday 10 December 2026; on Friday the 11th nobody of 羊昌镇 has handed it in.
let city: City;
const say = (name: string, words: string): Promise<string> => answerTo(city.person(name), words);
const nudge = async (words = "没交自评的催一下"): Promise<string> => {
  await say("刘敏", words);
  return (await city.person("刘敏").taps("对,提醒他们")).map(({ text }) => text).join("\n");
};
const nudged = (name: string) => heardOf(city.person(name), "obligation.nudged");
const reminded = (name: string) => heardOf(city.person(name), "deadline.reminder");
const due = async (local: string) => {
  city.now = at(local);
  await runAt(city.database.db, "deadline-reminders", city.now);
};

beforeEach(async () => {
  warmReader();
  city = await openCity("2026-12-11T09:00:00+08:00");
  await due("2026-12-11 09:00");
});
afterEach(() => city.close());

test("who was reminded of one report is not reminded of all of them on the same day, and staff hear so", async () => {
  expect(await nudge()).toContain("提醒5位代表");
  await eventually(() => expect(nudged("王芳")).toHaveLength(1));
  city.now = at("2026-12-11 10:00");
  const again = await nudge("没交报告的催一下");
  for (const piece of ["这5位已经提醒过", "没有再提醒"]) expect(again).toContain(piece);
  expect(nudged("王芳")).toHaveLength(1);
});

test("a reminder of two days of rest comes once on Monday, to nobody who has handed in by then", async () => {
  city.now = at("2026-12-12 10:00");
  expect(await nudge()).toContain("提醒5位代表");
  city.now = at("2026-12-13 10:00");
  expect(await nudge()).toContain("没有再提醒");
  await say("杨秀英", "提交履职自评 今年走访群众40户,参加会议3次");
  await city.person("杨秀英").taps("对,交上");
  await due("2026-12-14 09:00");
  await eventually(() => expect(reminded("王芳")).toHaveLength(1));
  expect(reminded("王芳")[0]?.text).toContain("年度履职自评");
  expect(reminded("杨秀英")).toEqual([]);
  city.now = at("2026-12-14 10:00");
  expect(await nudge()).toContain("这4位已经提醒过");
  expect([...nudged("王芳"), ...reminded("王芳")]).toHaveLength(1);
});

test("a reminder after nine on a Friday evening waits for Monday, and for no Saturday morning", async () => {
  city.now = at("2026-12-11 21:30");
  expect(await nudge()).toContain("提醒5位代表");
  await due("2026-12-12 09:00");
  expect([...nudged("王芳"), ...reminded("王芳")]).toEqual([]);
  await due("2026-12-14 09:00");
  await eventually(() => expect(reminded("王芳")).toHaveLength(1));
});
