import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { TRAIN } from "#src/cli/lvzhi/train.ts";
import { rankCategories } from "#src/understanding/categories.ts";
import { ownLessons } from "#src/understanding/categories/own-lessons.ts";
import { readModel, writeModel } from "#src/understanding/categories/model.ts";
import { macroF1, retrain } from "#src/understanding/categories/retrain.ts";
import { train } from "#src/understanding/categories/train.ts";
import type { Weights } from "#src/understanding/linear.ts";

const ROOM = new URL("../../src/understanding/categories/", import.meta.url);
const KEPT = readFileSync(new URL("model.tsv", ROOM), "utf8");

let weights: Weights;
beforeAll(() => {
  weights = train(ownLessons());
}, 120_000);

test("the model in the room is the one that its lessons give, bit for bit", () => {
  expect(writeModel(weights).length).toBe(KEPT.trimEnd().length);
  expect(writeModel(weights) === KEPT.trimEnd()).toBe(true);
});

test("a model survives being written and read, and a damaged one is refused", () => {
  expect([...readModel(KEPT)].slice(0, 50)).toEqual([...weights].slice(0, 50));
  expect(() => readModel("路灯\t1 2 3")).toThrow("no model");
});

test.each([
  ["楼道灯坏了半年没人换", "urban"],
  ["公交车末班太早,晚自习娃儿回不了家", "transport"],
  ["河沟里全是垃圾,臭得很", "environment"],
  ["幼儿园收费太高", "education"],
  ["村卫生室没有医生", "health"],
  ["老板拖欠工资三个月", "labor"],
  ["健身卡办了老板跑路了", "commerce"],
  ["水渠淤堵,秧田灌不上水", "agriculture"],
  ["独居老人没人照顾", "civil_affairs"],
  ["消防通道被车堵死", "safety"],
  ["变压器老跳闸", "utilities"],
  ["盖个章跑了三趟,互相推", "government"],
  ["村里没网,娃娃上不了网课", "utilities"],
  ["充电桩坏了一大半,下夜班回来充不上电", "utilities"],
  ["兽药店的药不管用,牛还是病死了", "agriculture"],
  ["楼道里堆满纸箱,抽根烟都能烧起来", "safety"],
  ["水果摊把人行道占满了,走路要下马路", "urban"],
  ["农业保险一直不来定损", "agriculture"],
  ["唱歌的吵到半夜,娃娃睡不着", "environment"],
])("%s is about %s", (text, category) => {
  expect(rankCategories(text).category).toBe(category);
});

test("a text that speaks of nothing known is sorted with no confidence", () => {
  expect(rankCategories("嗯嗯好的知道了").confidence).toBe(0);
});

test("a model that reads the held-out texts worse is refused", () => {
  const texts = Array.from({ length: 60 }, (_, at) => ({
    text: "路灯不亮",
    category: at % 5 === 4 ? ("urban" as const) : ("health" as const),
  }));
  expect(macroF1([{ text: "路灯不亮", category: "urban" }], weights)).toBe(1);
  expect("refused" in retrain(texts, weights)).toBe(true);
}, 120_000);

test("what the staff put into categories teaches a model that is kept, and reads their words", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lvzhi-train-"));
  const file = path.join(folder, "staff.csv");
  const rows = Array.from({ length: 30 }, (_, at) => [
    `白水河漂流码头${at}号救生圈没得,safety`,
    `"村里${at}组油茶籽榨不出油,机器坏了",农业农村水利`,
  ]).flat();
  writeFileSync(file, ["text,category", ...rows].join("\n"));
  const said: string[] = [];
  const kept = path.join(folder, "model.tsv");
  await TRAIN.run([file, kept], { print: (line) => said.push(line) });
  expect(said.join()).toMatch(
    /trained on 60 texts; macro-F1 on the texts held out: [\d.]+ before, 1\.000 after/u,
  );
  const text = readFileSync(kept, "utf8");
  expect(text.length).toBeLessThan(3 * 1024 * 1024);
  const model = readModel(text);
  expect(macroF1([{ text: "油茶籽榨不出油", category: "agriculture" }], model)).toBe(1);
  expect(macroF1([{ text: "漂流码头没得救生圈", category: "safety" }], model)).toBe(1);
}, 120_000);

test("titles as residents write them are sorted rightly, three in four and more", () => {
  const titles = readFileSync(new URL("../corpus/titles.own.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"));
  const right = titles.filter(([category, title = ""]) => rankCategories(title).category === category);
  expect(titles.length).toBeGreaterThan(150);
  expect(right.length / titles.length).toBeGreaterThan(0.9);
});

test("a file with an unknown category is refused by its line", async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "lvzhi-train-")), "wrong.csv");
  writeFileSync(file, "text,category\n路灯不亮,城乡建设\n下雨,weather\n");
  await expect(TRAIN.run([file], { print: () => undefined })).rejects.toThrow('line 3: "weather"');
});
