import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type City, openCity } from "#test/support/city.ts";
import { at } from "#test/support/clockwork.ts";
import { openWebApp } from "#test/support/web-app.ts";

// Who may read a resident's telephone today may not tomorrow: the office ends, or the mandate does.
let city: City;
let app: FastifyInstance;
let number: string;
beforeAll(async () => {
  city = await openCity("2026-11-20T10:00:00+08:00");
  const web = await openWebApp(city.database.db, () => city.now);
  ({ app } = web);
  // As the web channel does: what is sent lies in the mailbox.
  city.wire.onSend = async (message) => void (await web.mailbox.append(message));
  await city.person("李明").says("昨天走访黄连村2户,王大勇反映路灯坏了,他电话13911112222");
  number = ((await city.person("李明").says("对"))[0]?.text.match(/意-\d+-\d+/u) ?? [""])[0];
});
afterAll(async () => {
  await app.close();
  await city.close();
});

const mailOf = async (persona: string): Promise<string> =>
  (await app.inject({ url: `/api/chat/messages?persona=${persona}&after=0` })).body;
const asks = async (name: string): Promise<string> => {
  await city.person(name).says(`联系方式 ${number}`);
  const [shown] = await city.person(name).says("对");
  return shown?.text ?? "";
};
const readings = async (): Promise<number> => {
  const [row] = await city.database.db.execute<{ n: number }>(
    sql`select count(*)::int n from audit where action = 'contact.read'`,
  );
  return row?.n ?? 0;
};
const endRole = (name: string, last: string | null): Promise<unknown> =>
  city.database.db.execute(sql`update staff_roles set valid_to = ${last}::date
    where person_id = (select id from people where name = ${name})`);

test("what a clerk was shown is in his mailbox for ten minutes, and then only by asking again, in the audit", async () => {
  expect(await asks("刘敏")).toContain("13911112222");
  expect(await mailOf("clerk-yangchang")).toContain("13911112222");
  city.now = at("2026-11-20 10:11");
  const later = await mailOf("clerk-yangchang");
  expect(later).not.toContain("13911112222");
  expect(later).toContain(`${number} 的联系方式只显示10分钟`);
  expect(await readings()).toBe(1);
  expect(await asks("刘敏")).toContain("13911112222");
  expect(await readings()).toBe(2);
});

test("on the day after the role ended it is in no mailbox, however lately it was shown", async () => {
  city.now = at("2026-11-20 23:58");
  expect(await asks("刘敏")).toContain("13911112222");
  await endRole("刘敏", "2026-11-20");
  expect(await mailOf("clerk-yangchang")).toContain("13911112222");
  city.now = at("2026-11-21 00:01");
  expect(await mailOf("clerk-yangchang")).not.toContain("13911112222");
  await endRole("刘敏", null);
  expect(await mailOf("clerk-yangchang")).toContain("13911112222");
});

test("once the resident's contact data is erased, no mailbox shows it", async () => {
  const [kept] = await city.database.db.execute<{ row: string }>(
    sql`select opinion_id::text row from opinion_contacts`,
  );
  await city.database.db.execute(sql`delete from opinion_contacts`);
  expect(kept).toBeDefined();
  expect(await mailOf("clerk-yangchang")).not.toContain("13911112222");
});

const idOf = (name: string) => sql`(select id from people where name = ${name})`;

test.each([
  [
    "suspended",
    "王芳",
    "wangfang",
    sql`insert into suspensions (mandate_id, from_day)
      select id, '2026-11-19' from mandates where person_id = ${idOf("王芳")}`,
  ],
  [
    "ended",
    "李明",
    "liming",
    sql`update mandates set valid_to = '2026-11-19', status = 'terminated' where person_id = ${idOf("李明")}`,
  ],
])(
  "whose mandate is %s reads the telephones of those he spoke for no more: %s",
  async (_how, name, persona, end) => {
    city.now = at("2026-11-20 09:00");
    const deputy = city.person(name);
    await deputy.says("昨天走访石关村2户,赵小妹反映水管漏水,她电话13700003333");
    const own = /意-\d+-\d+/u.exec((await deputy.says("对"))[0]?.text ?? "")?.[0] ?? "";
    const ask = async () => (await deputy.says(`联系方式 ${own}`))[0];
    expect((await ask())?.text).toContain("137****3333");
    await deputy.says("对");
    expect(await mailOf(persona)).toContain("13700003333");
    await city.database.db.execute(end);
    expect((await ask())?.text).not.toContain("3333");
    expect(await mailOf(persona)).not.toContain("13700003333");
  },
);

test("what people want put right is in the office's mailbox for ten minutes, and then only by asking again", async () => {
  await city.person("王芳").says("更正我的电话 13822223333");
  expect((await city.person("孙丽").says("更正申请"))[0]?.text).toContain("13822223333");
  expect(await mailOf("officer")).toContain("13822223333");
  city.now = new Date(city.now.getTime() + 11 * 60_000);
  const later = await mailOf("officer");
  expect(later).not.toContain("13822223333");
  expect(later).toContain("更正申请的内容只显示10分钟");
});
