import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { fileAll } from "#test/support/file-all.ts";

// Who is silent is looked for over the time and the kinds that were said, and nobody with a record is named.

let city: City;
beforeAll(async () => {
  city = await openCity("2026-11-26T10:00:00+08:00");
  await fileAll(city, [
    ["李明", "10月2日走访黄连村12户"],
    ["王芳", "7月3日走访龙里村6户"],
    ["陈建国", "11月20日接待选民6人"],
  ]);
});
afterAll(() => city.close());

const told = async (words: string): Promise<string> =>
  (await city.person("刘敏").says(words)).map(({ text }) => text).join("\n");

describe("over a length of time up to today", () => {
  test.each([
    ["三个月没动静的代表", "8月27日至11月26日", ["王芳"], ["李明", "陈建国"]],
    ["三个多月没记录的有谁", "8月27日至11月26日", ["王芳"], ["李明", "陈建国"]],
    ["连续两个月没记录的有谁", "9月27日至11月26日", ["王芳"], ["李明", "陈建国"]],
    ["超过一个月没履职的有哪些", "10月27日至11月26日", ["李明", "王芳"], ["陈建国"]],
    ["近30天没有履职记录的", "10月28日至11月26日", ["李明", "王芳"], ["陈建国"]],
    ["哪些代表两周没动静了", "11月13日至11月26日", ["李明", "王芳"], ["陈建国"]],
    ["半年没动静的有哪些", "5月27日至11月26日", ["罗文军"], ["李明", "王芳", "陈建国"]],
    ["上周没动静的有哪些", "11月16日至11月22日", ["李明", "王芳"], ["陈建国"]],
    ["10月没记录的", "2026年10月", ["王芳", "陈建国"], ["李明"]],
  ] as const)("%s", async (words, period, silent, others) => {
    const said = await told(words);
    expect(said).toContain(period);
    expect(said).toContain("还没有记录的代表");
    expect(said).not.toContain("没有用上");
    for (const name of silent) expect(said).toContain(name);
    for (const name of others) expect(said).not.toContain(name);
  });
});

describe("several kinds have a list each", () => {
  test.each([
    "又没走访又没接待的有谁",
    "既没走访也没接待的代表",
    "谁没走访,谁没接待",
    "谁没走访和接待",
    "走访和接待都没有的有哪些",
  ])("%s", async (words) => {
    const [answer] = await city.person("刘敏").says(words);
    expect(answer?.kind).toBe("figures.apart");
    expect(answer?.choices.map(({ label }) => label)).toEqual(["未报 走访群众", "未报 接待选民"]);
  });

  test("one thing without the other is named", async () => {
    expect(await told("走访了但没接待的有哪些")).toContain("现在还查不了");
  });

  test.each(["今年谁还没走访", "没走访的有哪些"])("%s is of one", async (words) => {
    expect(await told(words)).toMatch(/走访群众还没有记录的代表/u);
  });
});
