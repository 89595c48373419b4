import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { eventually } from "#test/support/eventually.ts";

let city: City;
afterEach(() => city.close());

const YESTERDAY = "活-2026-002";
const warned = () =>
  city
    .person("李明")
    .heard()
    .filter((one) => one.kind === "absence.warned");
// The clock may move on only when it is on record that he was told.
const isTold = async (): Promise<void> => {
  await eventually(() => expect(warned()).toHaveLength(1));
  await eventually(async () => {
    const sent = await city.database.db.execute(
      sql`select 1 from outbox
      where kind = 'absence.warned' and status = 'sent' and conversation = 'web:demo:liming'`,
    );
    expect(sent).toHaveLength(1);
  });
};
const finalise = async (): Promise<string> => {
  const clerk = city.person("刘敏");
  await clerk.says(`到会 ${YESTERDAY} 除李明外全到`);
  await clerk.says("对");
  await clerk.says(`定稿 ${YESTERDAY}`);
  return (await clerk.says("对"))[0]?.text ?? "";
};
const objects = async (when: string): Promise<string> => {
  city.now = at(when);
  return (await city.person("李明").says("异议 当天我在会场"))[0]?.text ?? "";
};

test("final on Sunday night and told on Monday morning: five working days from Monday, as the warning says", async () => {
  city = await openCity("2026-11-22T22:30:00+08:00");
  await finalise();
  city.now = at("2026-11-23 08:00");
  await isTold();
  expect(warned()[0]?.text).toContain("最晚11月30日(周一)");
  expect(await objects("2026-11-30 17:00")).toContain("异议已收到");
});

test("on the sixth working day it is too late, and he hears which absence and until when it was", async () => {
  city = await openCity("2026-11-22T22:30:00+08:00");
  await finalise();
  city.now = at("2026-11-23 08:00");
  await isTold();
  const late = await objects("2026-12-01 09:00");
  for (const piece of [YESTERDAY, "期限已经过了", "期限到11月30日(周一)为止"]) expect(late).toContain(piece);
  const [own] = await city.person("李明").says("我的出勤");
  expect(own?.text).toContain("缺席");
  expect(own?.text).not.toContain("异议 活");
});

test.for(["我请过几次假", "我今年请了几次假", "我有没有缺席"])(
  "%s is a question, and no objection",
  async (words) => {
    city = await openCity("2026-11-22T22:30:00+08:00");
    await finalise();
    city.now = at("2026-11-23 08:00");
    await isTold();
    const [answer] = await city.person("李明").says("那天我在会场的");
    expect(answer?.kind).toBe("sure.objecting");
    const answers = await city.person("李明").says(words);
    // The question that is open may come behind, with what was said before alone.
    expect(answers[0]?.kind).not.toMatch(/objecti/u);
    expect(answers.map(({ text }) => text).join("\n")).not.toContain(words);
  },
);

test("whom no channel reaches was not told: the clerk hears it, and the time does not run", async () => {
  city = await openCity();
  await city.database.db.execute(sql`update accounts set blocked_at = now()
    where person_id = (select id from people where name = '李明')`);
  expect(await finalise()).toContain("缺席提醒发不到：李明");
  expect(await objects("2026-10-20 09:00")).toContain("异议已收到");
});
