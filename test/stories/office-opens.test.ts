import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROSTER_SHEETS } from "#src/domain/roster/roster-sheets.ts";
import { readSheets } from "#src/files/read-sheets.ts";
import { enter, type Visitor } from "#test/support/entrance.ts";
import { rosterFile } from "#test/support/roster-file.ts";
import { startService, type Started } from "#test/support/started.ts";

// An office begins: from an empty template to a new term, on a service as it runs for real, over HTTP and the
// operator's commands. Days are said as people say them, so that the story holds on any day.
const REAL = { DEMO: "0", FIELD_KEY: "a field key for the opening of an office" };
const TOWNS = ["羊昌镇", "东风镇", "下坝镇", "百宜镇"];
const SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
const GIVEN = "安邦昌德恩福光海坤林";
const DEPUTIES = Array.from({ length: 200 }, (_, at) => ({
  name: `${SURNAMES[at % 20] ?? ""}${GIVEN[Math.floor(at / 20)] ?? ""}`,
  town: TOWNS[at % 4] ?? "",
}));
const SILENT = 10;

let house: Started;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  house = await startService(REAL);
}, 60_000);
afterAll(() => house.close());

const lvzhi = async (...words: readonly string[]): Promise<string> => {
  const env = { PATH: process.env["PATH"], DATA_DIR: house.folder, PUBLIC_URL: house.url, ...REAL };
  const { stdout } = await promisify(execFile)(process.execPath, ["src/cli/lvzhi.ts", ...words], { env });
  return stdout;
};
const visitor = (name: string): Visitor => {
  const found = visitors.get(name);
  if (found === undefined) throw new Error(`${name} never entered`);
  return found;
};
const heard = async (name: string, said: string): Promise<string> =>
  (await visitor(name).says(said)).map((one) => one.text).join("\n");

test("the template names every sheet and column, and says how each is filled in", async () => {
  const file = path.join(house.folder, "template.xlsx");
  await lvzhi("roster-template", file);
  const sheets = await readSheets(readFileSync(file));
  if (typeof sheets === "string") throw new Error(sheets);
  const headsOf = (name: string) =>
    sheets.find((one) => one.name === name)?.rows[0]?.map((cell) => cell.text);
  for (const { name, columns } of Object.values(ROSTER_SHEETS))
    expect(headsOf(name)).toEqual(Object.values(columns).map((one) => one.head));
  expect(headsOf("说明")).toContain("怎么填");
  const explained = sheets
    .find((one) => one.name === "说明")
    ?.rows.map((row) => row.map((cell) => cell.text));
  expect(explained).toContainEqual(["机构", "名称", "必填", "全称\uff0c不要重名", "羊昌镇"]);
}, 60_000);

test("filled in with two hundred deputies it is taken over at once", async () => {
  const file = path.join(house.folder, "roster.xlsx");
  const since = new Date("2021-12-20T00:00:00Z");
  const orgs = [
    { name: "乌当区", kind: "区县" },
    ...TOWNS.map((name) => ({ name, kind: "镇街", parent: "乌当区" })),
    ...TOWNS.map((name) => ({ name: `${name}代表小组`, kind: "代表小组", parent: name })),
  ];
  const mandates = DEPUTIES.map(({ name, town }, at) => ({
    name,
    code: `D${at + 1}`,
    level: "区",
    term: "十八届",
    group: `${town}代表小组`,
    township: town,
    from: since,
    status: "在任",
  }));
  const staff = [
    { name: "孙丽", role: "代表工委", org: "乌当区", from: since },
    { name: "刘敏", role: "镇街人大工作人员", org: "羊昌镇", from: since },
  ];
  writeFileSync(file, await rosterFile({ orgs, mandates, staff }));
  expect(await lvzhi("import-roster", file)).toContain("mandates 200 new");
  expect(await lvzhi("import-roster", file)).toContain("Nothing to change");
}, 120_000);

test("everybody gets a code and is known by it; no code works twice", async () => {
  const lines = (await lvzhi("invite", "--all")).trim().split("\n");
  expect(lines).toHaveLength(202);
  const codes = lines.map((line) => line.split("\t"));
  for (const [who = "", typed = ""] of codes) {
    const entered = await enter(house.url, typed);
    if (typeof entered === "number") throw new Error(`${who} was answered ${entered}`);
    visitors.set(who.split(" ")[0] ?? "", entered);
  }
  expect(visitors.size).toBe(202);
  expect(await enter(house.url, codes[0]?.[1] ?? "")).toBe(401);
  expect((await lvzhi("invite", "--all")).trim()).toBe("");
}, 180_000);

test("one hundred and ninety report in one sentence and one word", async () => {
  const speak = async ({ name }: (typeof DEPUTIES)[number], at: number): Promise<void> => {
    const shown = await visitor(name).says(`昨天走访第${at + 1}村3户`);
    expect(shown.map((one) => one.kind)).toContain("report.card");
    expect((await visitor(name).says("对"))[0]?.kind).toBe("report.filed");
  };
  const speaking = DEPUTIES.slice(SILENT);
  for (let from = 0; from < speaking.length; from += 10)
    await Promise.all(speaking.slice(from, from + 10).map((one, at) => speak(one, from + at)));
  await expectFigures({ silent: SILENT, of: 200 });
}, 240_000);

async function expectFigures({
  silent,
  of,
}: {
  readonly silent: number;
  readonly of: number;
}): Promise<void> {
  expect(await heard("孙丽", "统计 走访 昨天")).toMatch(/190条记录\uff0c190位代表/u);
  expect(await heard("孙丽", "未报 昨天")).toContain(`${silent}位(共${of}位)`);
}

test("a by-election is one more to look for, a suspension one less; what was done stays", async () => {
  await heard("孙丽", "补选 郑新民 羊昌镇 自昨天起");
  expect(await heard("孙丽", "对")).toContain("登记好了");
  await expectFigures({ silent: SILENT + 1, of: 201 });
  const suspended = DEPUTIES[0]?.name ?? "";
  await heard("孙丽", `自昨天起暂停${suspended}代表职务`);
  expect(await heard("孙丽", "对")).toContain("登记好了");
  await expectFigures({ silent: SILENT, of: 200 });
  await heard(suspended, "昨天走访黄连村3户");
  expect(await heard(suspended, "对")).not.toContain("记好了");
}, 60_000);

test("the clerk gives the new deputy a code, and the first report counts", async () => {
  await heard("刘敏", "绑定码 郑新民");
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/u.exec(await heard("刘敏", "对"))?.[0] ?? "";
  const entered = await enter(house.url, code);
  if (typeof entered === "number") throw new Error(`answered ${entered}`);
  visitors.set("郑新民", entered);
  await heard("郑新民", "今天接待选民2人");
  expect(await heard("郑新民", "对")).toContain("履-");
  expect(await heard("孙丽", "统计 今天")).toContain("1条记录");
}, 60_000);

test("a new term begins today: the old term's figures are what they were, the new one counts its own", async () => {
  const [leaving = "", staying = ""] = DEPUTIES.slice(20, 22).map((one) => one.name);
  await heard("孙丽", "换届 十九届 自明天起 全部连任");
  await heard("孙丽", "不登记了");
  expect(await heard("孙丽", `换届 十九届 自今天起 除${leaving}外全部连任`)).toContain("离任1位");
  expect(await heard("孙丽", "对")).toContain("200位连任");
  await expectFigures({ silent: SILENT, of: 200 });
  expect(await heard("孙丽", "未报 今天")).toContain("(共200位)");
  await heard(staying, "今天走访黄连村5户");
  expect(await heard(staying, "对")).toContain("履-");
  expect(await heard(leaving, "今天走访黄连村5户")).toContain("没有生效");
  expect(await heard("孙丽", "统计 走访 今天")).toContain("5户");
  await expectFigures({ silent: SILENT, of: 200 });
}, 60_000);
