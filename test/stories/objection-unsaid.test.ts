import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at, runAt } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";
import { answerTo, heardOf } from "#test/support/overheard.ts";
import { warmReader } from "#test/support/warm-reader.ts";

const YESTERDAY = "活-2026-002";
const SAID = "那天我在高速上堵起的,给王主席打过电话的";

let city: City;
const li = () => city.person("李明");
const objections = () => heardOf(city.person("孙丽"), "attendance.objection");
const reminded = () => heardOf(li(), "absence.unsaid");

/** He is warned on Monday the 23rd, and may object until the 30th. */
async function warned(): Promise<void> {
  city = await openCity("2026-11-23T09:00:00+08:00");
  const clerk = city.person("刘敏");
  await clerk.says(`到会 ${YESTERDAY} 除李明外全到`);
  await clerk.says("对");
  await clerk.says(`定稿 ${YESTERDAY}`);
  await clerk.says("对");
  await eventually(async () => {
    const sent = await city.database.db.execute(
      sql`select 1 from outbox where kind = 'absence.warned' and status = 'sent' and conversation = 'web:demo:liming'`,
    );
    expect(sent).toHaveLength(1);
  });
  await runAt(city.database.db, "absence-warnings", at("2026-11-23 09:15"));
}

/** Lets the reminders of one moment run. */
async function comes(when: string): Promise<void> {
  city.now = at(when);
  await runAt(city.database.db, "absence-warnings", city.now);
}

beforeAll(warmReader);
beforeEach(warned);
afterEach(() => city.close());

describe("a deputy who said in time what is wrong, and did not tap", () => {
  test("is reminded of it by name on the day before the last one, and one tap files it", async () => {
    expect(await answerTo(li(), SAID)).toContain("还没有记下");
    await comes("2026-11-27 09:30");
    expect(reminded()).toHaveLength(0);
    await comes("2026-11-29 09:30");
    await eventually(() => expect(reminded()).toHaveLength(1));
    for (const piece of [YESTERDAY, "最晚11月30日(周一)", "给王主席打过电话的"])
      expect(reminded()[0]?.text.normalize("NFKC")).toContain(piece);
    await comes("2026-11-30 09:30");
    expect(reminded()).toHaveLength(1);
    const [filed] = await li().taps("提异议");
    expect(filed?.text).toContain("异议已收到");
    expect(objections()).toHaveLength(1);
    city.now = at("2026-12-02 10:00");
    expect(await answerTo(li(), "我的履职")).not.toContain("没有提成");
  });

  test("after the last day he is told once that it is over, and the card is not shown as open", async () => {
    await li().says(SAID);
    city.now = at("2026-12-02 10:00");
    const told = (await answerTo(li(), "我的履职")).normalize("NFKC");
    for (const piece of [YESTERDAY, "没有提成", "到11月30日(周一)为止", "给王主席打过电话的"])
      expect(told).toContain(piece);
    expect(told).not.toContain("最晚11月30日");
    expect(await answerTo(li(), "我的履职")).not.toContain("没有提成");
    expect(await answerTo(li(), "看卡片")).toContain("没有等您决定的");
    expect(objections()).toHaveLength(0);
  });

  test("on the last day itself it is open still", async () => {
    await li().says(SAID);
    city.now = at("2026-11-30 17:00");
    expect(await answerTo(li(), "我的履职")).not.toContain("没有提成");
    expect((await li().taps("对,提异议"))[0]?.text).toContain("异议已收到");
  });
});

describe("is reminded of nothing", () => {
  test("who objected", async () => {
    await li().says(SAID);
    await li().taps("对,提异议");
    await comes("2026-11-29 09:30");
    expect(reminded()).toHaveLength(0);
  });

  test("who let it go", async () => {
    await li().says(SAID);
    await li().taps("都不是");
    await comes("2026-11-29 09:30");
    expect(reminded()).toHaveLength(0);
    city.now = at("2026-12-02 10:00");
    expect(await answerTo(li(), "我的履职")).not.toContain("没有提成");
  });

  test("who said nothing", async () => {
    await comes("2026-11-29 09:30");
    expect(reminded()).toHaveLength(0);
  });
});
