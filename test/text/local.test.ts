import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_NAMES } from "#src/domain/local-names.ts";
import { local } from "#src/text/local.ts";
import { type City, openCity } from "#test/support/city.ts";
import { readPolicy } from "#test/support/policy.ts";

const names = {
  district: "花溪区",
  full: "贵阳市花溪区",
  township: "青岩镇",
  other_township: "石板镇",
  village: "龙井村",
};
let city: City;
beforeAll(async () => {
  city = await openCity("2026-09-16T09:00:00+08:00", undefined, undefined, { policy: readPolicy({ names }) });
});
afterAll(() => city.close());

test("in another district the examples are of that district's own places", async () => {
  const heard = [];
  for (const [who, said] of [
    ["孙丽", "帮助"],
    ["李明", "帮助"],
    ["陌生人", "帮助"],
    ["居民", "我的意见"],
    ["孙丽", "补选"],
    ["孙丽", "统计 没有的镇"],
  ] as const)
    heard.push(...(await city.person(who).says(said)));
  const told = heard.map((one) => one.text).join("\n");
  expect(told).not.toMatch(/羊昌|黄连|乌当|东风镇|\u3014/u);
  for (const name of ["花溪区", "青岩镇", "龙井村"]) expect(told).toContain(name);
});

test("no sentence of the house names a place of the model district itself", () => {
  const MODEL = /羊昌|黄连村|乌当|东风镇/u;
  const named = readdirSync("src/text")
    .filter((file) => !["roster-columns.ts", "plan-file.ts"].includes(file))
    .filter((file) =>
      readFileSync(`src/text/${file}`, "utf8")
        .split("\n")
        .some((line) => MODEL.test(line) && !/^\s*(?:\/\/|\*|\/\*)/u.test(line)),
    );
  expect(named).toEqual([]);
});

test("other brackets that people write are left as they are", () => {
  expect(local("贵府发\u30142026\u30153号 \u3014镇\u3015", NO_NAMES)).toBe(
    "贵府发\u30142026\u30153号 城关镇",
  );
});
