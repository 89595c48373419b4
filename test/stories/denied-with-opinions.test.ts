import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { renderReportNews } from "#src/text/report-news.ts";
import { type City, openCity } from "#test/support/city.ts";
import { seen } from "#test/support/seen.ts";

let city: City;
beforeEach(async () => {
  city = await openCity();
});
afterEach(() => city.close());

const SAID = "代报 李明 昨天走访黄连村3户,群众反映路灯不亮,还反映垃圾没人清运";
const told = (name: string, kind: string): Promise<string> =>
  seen(
    () =>
      city
        .person(name)
        .heard()
        .findLast((one) => one.kind === kind)?.text,
  );
const opinions = () =>
  city.database.db.execute<{ name: string; state: string; seat: string | null; town: string | null }>(sql`
    select p.name, o.state, o.mandate_id::text seat, t.name town from opinions o join people p on p.id = o.person_id
      left join orgs t on t.id = o.township_id order by o.id`);

async function enter(): Promise<void> {
  await city.person("刘敏").says(SAID);
  await city.person("刘敏").says("对");
  await told("李明", "report.entered");
}

test("opinions written down with a visit that 李明 denies are the clerk's from then on, and both hear so", async () => {
  await enter();
  expect((await opinions()).map((one) => one.name)).toEqual(["李明", "李明"]);
  const [answer] = await city.person("李明").taps("不对");
  expect(answer?.text).toContain("意-2026-0001、意-2026-0002不再算您的");
  expect([...(await opinions())]).toEqual(
    [1, 2].map(() => ({ name: "刘敏", state: "registered", seat: null, town: "羊昌镇" })),
  );
  expect((await city.person("李明").says("我的意见"))[0]?.text).not.toContain("意-2026-0001");
  const words = await told("刘敏", "share.denied");
  expect(words).toMatch(/意-2026-0001、意-2026-0002还在.*不算李明代表的/s);
});

test("they stay open in the township, until the clerk takes one back", async () => {
  await enter();
  await city.person("李明").taps("不对");
  expect((await city.person("刘敏").says("意见"))[0]?.text).toContain("群众意见2条");
  await city.person("刘敏").says("撤销 意-2026-0001");
  expect((await opinions()).map((one) => one.state)).toEqual(["withdrawn", "registered"]);
});

test("of a visit that he says yes to they stay his own", async () => {
  await enter();
  await city.person("李明").taps("对");
  expect((await opinions()).map((one) => one.name)).toEqual(["李明", "李明"]);
});

test("without opinions nothing is said of any", async () => {
  await city.person("刘敏").says("代报 李明 昨天走访黄连村3户");
  await city.person("刘敏").says("对");
  await told("李明", "report.entered");
  const [answer] = await city.person("李明").taps("不对");
  expect(answer?.text).not.toContain("意见");
  expect(await told("刘敏", "share.denied")).not.toContain("意见");
});

test("he is shown them before he says a word, shortly, and a yes covers nothing that he was not shown", async () => {
  await enter();
  const asked = await told("李明", "report.entered");
  expect(asked).toMatch(/一起记的群众意见.意-2026-0001 路灯不亮.意-2026-0002 垃圾没人清运/u);
});

test("of many the first are shown, and how many there are", () => {
  const heard = [1, 2, 3, 4].map((nth) => ({
    number: `意-2026-000${nth}`,
    text: `路灯不亮${nth}`,
    category: "urban" as const,
    urgent: false,
  }));
  const records = [{ number: "履-2026-00001", kind: "home_visit" as const, date: "2026-09-15" as const }];
  const { text } = renderReportNews({ kind: "report.entered", by: "刘敏", records, opinions: heard });
  expect(text).toContain("意-2026-0003 路灯不亮3等4条,看全说:我的意见");
  expect(text).not.toContain("路灯不亮4");
});
