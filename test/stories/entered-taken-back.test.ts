import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reportingCity } from "#test/support/reporting-city.ts";

const { city } = reportingCity("杨秀英");
const clerk = () => city().person("刘敏");
const deputy = () => city().person("杨秀英");
const says = async (said: string) => (await clerk().says(said))[0];

async function entered(said: string): Promise<string> {
  await says(said);
  return /履-2026-\d{5}/u.exec((await says("对"))?.text ?? "")?.[0] ?? "";
}

test.each([
  ["by its number", (number: string) => `撤销 ${number}`],
  ["as what was just told", () => "撤销刚才那条"],
  ["by the word alone", () => "撤销"],
])("a clerk takes back %s what she wrote down wrongly, and its deputy hears of it", async (_how, said) => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户,群众反映路灯不亮");
  const taken = await says(said(number));
  expect(taken?.kind).toBe("report.withdrawn");
  expect(taken?.text).toContain(`已撤销您替杨秀英代表记的：${number}、意-2026-0001`);
  const told = deputy().heard().at(-1);
  expect(told?.text).toContain(`刘敏撤销了替您记的履职(连同意见1条)：\n${number} 走访群众，9月15日`);
  expect((await deputy().says("我的履职"))[0]?.text).toContain("本月0次");
});

test("who had two records written down in one message has both taken back with one word", async () => {
  await entered("代报 杨秀英 昨天走访黄连村3户,前天接待选民5人");
  expect((await says("撤销刚才那条"))?.text).toContain("履-2026-00001、履-2026-00002");
  const told = deputy()
    .heard()
    .filter((one) => one.kind === "report.entered-withdrawn");
  expect(told).toHaveLength(1);
});

test("what the deputy agreed to is no longer the clerk's to take back, and she hears how it goes on", async () => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户");
  await deputy().says("对");
  const refused = await says(`撤销 ${number}`);
  expect(refused?.text).toContain("这条本人已经说对，或满七天已经计入");
  expect((await deputy().says("我的履职"))[0]?.text).toContain("3户");
});

test("no other clerk takes it back", async () => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户");
  const [refused] = await city().person("孙丽").says(`撤销 ${number}`);
  expect(refused?.text).toContain("没有找到这条记录");
});

test("a yes of the deputy that comes after it finds nothing, and makes nothing", async () => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户");
  await says(`撤销 ${number}`);
  await deputy().says("对");
  expect((await deputy().says("我的履职"))[0]?.text).toContain("本月0次");
});

test("said again as it should be it is a new record, and no similar one is in its way", async () => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户");
  await says(`撤销 ${number}`);
  await says("代报 杨秀英 昨天走访黄连村4户");
  expect((await says("对"))?.kind).toBe("report.filed");
});

test.each([
  ["记错了 是4人", () => "记错了 是4人"],
  ["改成4户", () => "改成4户"],
  ["改 履-… 数量 4户", (number: string) => `改 ${number} 数量 4户`],
  ["刚才替杨秀英记的那条应该是4户", () => "刚才替杨秀英记的那条应该是4户"],
])(
  "what was told for a deputy is not changed behind his back; %s says how it is put right",
  async (_, said) => {
    const number = await entered("代报 杨秀英 昨天走访黄连村3户");
    const answer = await says(said(number));
    expect(answer?.text).toContain("撤销");
    expect(answer?.text).toContain("再把对的说一遍");
    await deputy().says("对");
    expect((await deputy().says("我的履职"))[0]?.text).toContain("3户");
  },
);

test("who no longer looks after the deputy takes nothing back that he wrote down then", async () => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户");
  await city().database.db.execute(sql`
    update staff_roles set valid_to = '2026-09-15' where person_id = (select id from people where name = '刘敏')`);
  expect((await says(`撤销 ${number}`))?.text).not.toContain("已撤销");
});

test("what counts without the deputy's word after seven days is no longer the clerk's to take back", async () => {
  const number = await entered("代报 杨秀英 昨天走访黄连村3户");
  await city().database.db.execute(sql`
    update duty_records set filed_at = filed_at - interval '8 days' where number = ${number}`);
  expect((await says(`撤销 ${number}`))?.text).toContain("满七天已经计入");
  expect((await deputy().says("我的履职"))[0]?.text).toContain("3户");
});
