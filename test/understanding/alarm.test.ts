import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { LEARN_DANGER, readAlarmLessons } from "#src/cli/lvzhi/learn-danger.ts";
import { composeAlarmLessons } from "#src/understanding/alarm/alarm-lessons.ts";
import { learnAlarm } from "#src/understanding/alarm/learn-alarm.ts";
import { senseAlarm } from "#src/understanding/alarm/sense-alarm.ts";
import { readAlarm, writeAlarm } from "#src/understanding/alarm/table.ts";
import { findDanger } from "#src/understanding/danger.ts";

const TABLE = new URL("../../src/understanding/alarm/alarm.tsv", import.meta.url);
const KEPT = readFileSync(TABLE, "utf8");
const FILES = [
  "danger/danger.tsv",
  "danger/no-danger.tsv",
  "../corpus/messages.dev.jsonl",
  "../corpus/messages.own.jsonl",
  "../corpus/messages.more.jsonl",
];

test("the sense of danger in the room is the one that its lessons teach, bit for bit", () => {
  const lessons = FILES.flatMap((file) =>
    readAlarmLessons(file, readFileSync(new URL(file, import.meta.url), "utf8")),
  );
  expect(writeAlarm(learnAlarm([...composeAlarmLessons(), ...lessons])) === KEPT.trimEnd()).toBe(true);
  expect(statSync(TABLE).size).toBeLessThan(1_500_000);
}, 120_000);

test("what was learned survives being written and read, and a damaged table is refused", () => {
  expect(writeAlarm(readAlarm(KEPT)) === KEPT.trimEnd()).toBe(true);
  expect(() => readAlarm("着火\t1 2")).toThrow("no sense of danger");
});

test("lines that teach nothing are refused by their place", async () => {
  expect(() => readAlarmLessons("mine.tsv", "weather\t下雨了")).toThrow("no kind of danger: weather");
  expect(() => readAlarmLessons("mine.jsonl", '{"text":"走访"}')).toThrow("mine.jsonl, line 1");
  await expect(LEARN_DANGER.run([], { print: () => undefined })).rejects.toThrow("learn-danger takes files");
  await expect(LEARN_DANGER.run(["/nowhere.tsv"], { print: () => undefined })).rejects.toThrow("be read");
});

test.each([
  "坎上那块石板悬起的,底下是学生走的路,今早又滑了一截",
  "灶房里头堆的柴燃了,一屋子的烟",
  "女娃坐在大桥外沿上,哪个喊都不听",
  "放水的闸门卡死了,水已经翻过坝顶",
])("danger in words that no rule knows is heard: %s", (text) => {
  expect(findDanger(text)).toBeDefined();
});

test("ordinary days, answers and codes are none, and what is too short is left to the rules", () => {
  for (const text of [
    "昨天走访了三户人家",
    "公路边的杂草太深了",
    "昨天检查了两家鞭炮店",
    "算了,不要这一条了",
  ])
    expect(senseAlarm(text)?.chance).toBeLessThan(0.3);
  for (const text of ["f7ges-Z2k9q", "对,记下来", "着火了"]) expect(senseAlarm(text)).toBeUndefined();
  expect(findDanger("着火了")).toBe("fire");
});
