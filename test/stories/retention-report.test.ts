import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runJob } from "#jobs/run-job.ts";
import { type City, openCity } from "#test/support/city.ts";
import { jobNamed, jobPartsAt } from "#test/support/clockwork.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const night = (now: Date) => runJob(jobPartsAt(city.database.db, now), jobNamed("retention"));
const later = (days: number): Date => new Date(city.now.getTime() + days * 86_400_000);

test("before the first night the office hears the periods", async () => {
  const [answer] = await city.person("孙丽").says("保存期限");
  expect(answer?.kind).toBe("retention.shown");
  expect(answer?.text).toContain("还没有清理过");
  expect(answer?.text).toContain("消息原文30天");
});

test("after a night it hears what was erased, each class by its name, and what a month came to", async () => {
  await city.database.db.execute(sql`
    insert into inbox (channel, bot, external_id, conversation, sender, body, sent_at, received_at, status)
    select 'web', 'demo', 'old' || n, 'web:demo:c', 'web:demo:c', '\\x00', now(),
      ${city.now.toISOString()}::timestamptz - interval '29 days' - interval '12 hours' + n * interval '1 day', 'done'
    from generate_series(0, 2) n`);
  await night(later(1));
  await night(later(2));
  city.now = later(2);
  const [answer] = await city.person("孙丽").says("清理记录");
  expect(answer?.text).toMatch(
    /最近一次清理\uff1a9月18日\(周五\)|最近一次清理\uff1a9月18日\uff08周五\uff09/u,
  );
  expect(answer?.text).toMatch(/清理了\uff1a消息原文1/u);
  expect(answer?.text).toMatch(/近30天共\uff1a消息原文2/u);
  expect(answer?.text.length).toBeLessThanOrEqual(300);
  expect(answer?.text.split("\n").length).toBeLessThanOrEqual(8);
});

test("it is the office's to read", async () => {
  expect((await city.person("李明").says("清理记录"))[0]?.kind).toBe("help.refused");
  const [clerk] = await city.person("刘敏").says("清理记录");
  expect(clerk?.text).toBe("这件事由区人大代表工委来办。\n需要办理的，请转告代表工委。");
});
