import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { type City, openCity, TEST_KEY } from "#test/support/city.ts";
import { unzip } from "#test/support/unzip.ts";
import { warmReader } from "#test/support/warm-reader.ts";

let city: City;
const numbers: string[] = [];
beforeAll(async () => {
  warmReader();
  city = await openCity();
  for (const said of [
    "9月1日走访黄连村12户",
    "9月2日到9月4日参加履职培训",
    "8月3日在羊昌镇政府接待选民2人",
  ]) {
    await city.person("李明").says(said);
    numbers.push((await city.person("李明").says("对"))[0]?.number ?? "");
  }
});
afterAll(() => city.close());

/** The words of a paper, as whoever opens it in that conversation reads them. */
async function read(persona: string, id: string): Promise<string> {
  const files = createFileStore(city.database.db, createVault(TEST_KEY), {
    clock: () => city.now,
    zone: "Asia/Shanghai",
  });
  const file = await files.show(id, `web:demo:${persona}`);
  const body = file === undefined ? "" : (unzip(file.bytes).get("word/document.xml") ?? "");
  return body.replace(/<\/w:p>/gu, "\n").replace(/<[^>]+>/gu, "");
}

test("nothing is certified before staff have verified it", async () => {
  const [answer] = await city.person("李明").says("履职证明");
  expect(answer?.text).toContain("3条记录还没有核实");
  expect(answer?.attachments).toEqual([]);
});

test("a deputy gets a paper with the days of duty and room for the seal, and nobody's words", async () => {
  await city.person("刘敏").says(`核实 ${numbers.join(" ")}`);
  const [answer] = await city.person("李明").says("履职证明 9月");
  expect(answer?.text).toContain("已核实的2次");
  const [file] = answer?.attachments ?? [];
  expect(file?.name).toBe("履职证明-李明-2026-09-16.docx");
  const words = await read("liming", file?.id ?? "");
  for (const piece of [
    "兹证明李明同志系乌当区第十八届人民代表大会代表（羊昌镇代表小组）。",
    "2026年9月1日至2026年9月16日，经核实，该同志执行代表职务2次，共涉及4天",
    "2026年9月2日至2026年9月4日",
    "学习培训",
    "（盖章）",
  ])
    expect(words).toContain(piece);
  expect(words).not.toContain("黄连村");
  expect(words).not.toContain("8月3日");
});

test("staff make one for a deputy they look after, and for nobody else", async () => {
  const [made] = await city.person("刘敏").says("履职证明 李明");
  expect(made?.attachments).toHaveLength(1);
  expect((await city.person("刘敏").says("履职证明"))[0]?.text).toContain("给哪位代表");
  const [elsewhere] = await city.person("赵勇").says("履职证明 李明");
  const [nobody] = await city.person("赵勇").says("履职证明 马冬梅");
  expect(elsewhere?.text).toBe(nobody?.text.replace("马冬梅", "李明"));
  expect((await city.person("王芳").says("履职证明 李明"))[0]?.attachments).toEqual([]);
});

test("the paper is for nobody's eyes but those of who asked, and stands in the audit", async () => {
  const [answer] = await city.person("李明").says("履职证明");
  const id = answer?.attachments[0]?.id ?? "";
  expect(await read("liming", id)).toContain("兹证明");
  expect(await read("wangfang", id)).toBe("");
  const rows = await city.database.db.execute(sql`select 1 from audit where action = 'certificate.make'`);
  expect(rows.length).toBe(3);
});

test.for([
  ["履职证明 9月", "9月"],
  ["开具9月履职证明", "9月"],
  ["给单位开个9月的履职证明", "9月"],
  ["帮我开一张履职证明", ""],
  ["单位要履职证明", ""],
  ["证明", ""],
  ["我想打印履职证明", ""],
])("%s is a wish for the paper", async ([line = "", period = ""]) => {
  const [answer] = await city.person("李明").says(line);
  expect(answer?.kind).toMatch(/^certificate\./u);
  expect(answer?.text).toContain(period === "" ? "3次" : "2次");
});

test.for(["群众反映社区不给开证明", "居民要开居住证明", "村里开贫困证明很难"])(
  "%s is no wish for it",
  async (line) => {
    const [answer] = await city.person("李明").says(line);
    expect(answer?.kind).not.toMatch(/^certificate\./u);
    await city.person("李明").says("不记了");
  },
);

test.each([
  ["李明", "能不能给单位开个证明,我9月1号去走访的", "1次"],
  ["李明", "麻烦开个证明,我们厂里要,9月份的", "2次"],
  ["刘敏", "开个证明给李明,他单位要", "3次"],
  ["刘敏", "给李明代表开个证明", "3次"],
])("%s says %s and gets the paper", async (name, said, count) => {
  const [made] = await city.person(name).says(said);
  expect(made?.text).toContain(`李明代表，已核实的${count}`);
  expect(made?.attachments).toHaveLength(1);
});

test.each([
  "走访时有户人家要社区开个证明,他们不给",
  "帮老杨开了个证明,他家要办低保",
  "昨天走访3户,给李家开证明的事",
])("%s is no wish for a paper", async (said) => {
  const answers = await city.person("李明").says(said);
  expect(answers.flatMap((one) => one.attachments)).toEqual([]);
  expect(answers[0]?.kind).not.toMatch(/^certificate/u);
  await city.person("李明").says("算了");
});

test("what still waits to be verified is said, and not left out without a word", async () => {
  await city.person("李明").says("9月10日走访黄连村5户");
  await city.person("李明").says("对");
  const [made] = await city.person("李明").says("履职证明 9月");
  expect(made?.text).toContain("另有1条还没有核实，没有列进去");
});

test.for([
  ["给李明代表开个9月的履职证明", "2026年9月1日至2026年9月16日"],
  ["给李明代表开一份9月份的履职证明", "2026年9月1日至2026年9月16日"],
  ["把李明9月的履职证明开一份", "2026年9月1日至2026年9月16日"],
  ["请给李明开9月1日的履职证明", "2026年9月1日"],
] as const)("%s makes a paper of that stretch", async ([words, stretch]) => {
  const [answer] = await city.person("刘敏").says(words);
  const [file] = answer?.attachments ?? [];
  const paper = await read("clerk-yangchang", file?.id ?? "");
  expect(paper).toContain(stretch);
  expect(paper).not.toContain("2026年1月1日");
});

test.for(["我们单位要今年9月的履职证明", "给我开今年三季度的履职证明", "我要9月1号到9月5号的履职证明"])(
  "%s is of the deputy who says it",
  async (words) => {
    const [answer] = await city.person("李明").says(words);
    expect(answer?.text).toContain("李明代表，已核实的");
    const [file] = answer?.attachments ?? [];
    expect(await read("liming", file?.id ?? "")).not.toContain("2026年1月1日");
  },
);

test.for(["给李明代表开个7月的履职证明", "给李明代表开个8月1日的履职证明"])(
  "%s makes none of another stretch",
  async (words) => {
    const [answer] = await city.person("刘敏").says(words);
    expect(answer?.text).toContain("这段时间没有已核实的履职记录");
    expect(answer?.attachments).toEqual([]);
  },
);
