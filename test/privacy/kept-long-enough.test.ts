import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedDemo } from "#db/demo/seed.ts";
import { createVault } from "#db/vault.ts";
import { runJob } from "#jobs/run-job.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at, jobNamed, jobPartsAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";

// What the roster and the office hold about people goes some time after it is of use.
const START = at("2026-09-16 09:00");
const words = createVault(TEST_KEY).seal("13800001111");
const then = sql`${START.toISOString()}::timestamptz`;

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.db.transaction((tx) => seedDemo(tx, START));
});
afterAll(() => database.drop());

const night = async (days: number) => {
  const now = new Date(START.getTime() + days * 86_400_000);
  return (await runJob(jobPartsAt(database.db, now), jobNamed("retention"), "anyway"))?.report ?? {};
};
const count = async (what: SQL): Promise<number> => {
  const [row] = await database.db.execute<{ n: number }>(sql`select count(*)::int n from ${what}`);
  return row?.n ?? -1;
};

test("the telephone of a deputy goes after the last office ended, and nobody else's", async () => {
  await database.db.execute(
    sql`update people set phone = ${words}, created_at = ${then} where kind = 'member'`,
  );
  await database.db.execute(sql`update mandates set valid_to = '2026-09-16'
    where person_id = (select id from people where name = '李明')`);
  expect(await night(399)).toMatchObject({ phones: 0 });
  expect(await night(401)).toMatchObject({ phones: 1 });
  expect(await count(sql`people where name = '李明' and phone is null`)).toBe(1);
  expect(await count(sql`people where name in ('刘敏', '王芳') and phone is not null`)).toBe(2);
});

test("a wish to have something put right goes after it was answered; one that waits stays", async () => {
  await database.db.execute(sql`
    insert into corrections (person_id, wish, asked_at, answered_at)
    select id, ${words}, ${then}, case when name = '李明' then ${then} end from people where name in ('李明', '王芳')`);
  expect(await night(402)).toMatchObject({ corrections: 1 });
  expect(await count(sql`corrections`)).toBe(1);
});

test("how to reach a resident, and the pictures that came with an opinion, go half a year after it; the opinion stays", async () => {
  await database.db.execute(sql`
    with o as (insert into opinions (number, text, category, filed_at) values ('意-2026-9998', '停水', 'other', ${then}) returning id),
    c as (insert into opinion_contacts (opinion_id, contact, created_at) select id, ${words}, ${then} from o)
    insert into attachments (id, conversation, name, type, size, bytes, opinion_id, created_at)
    select 'photo', 'c', 'n', 'image/png', 1, ${words}, id, ${then} from o`);
  expect(await night(179)).toMatchObject({ contacts: 0, opinion_files: 0 });
  expect(await night(181)).toMatchObject({ contacts: 1, opinion_files: 1 });
  expect(await count(sql`opinions where number = '意-2026-9998'`)).toBe(1);
});

test("contact data that was shown to staff in a chat is not there to be read again the day after", async () => {
  await database.db.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, body, status, due_at, created_at)
    values ('web', 'main', 'c', 'shown', 'contact.shown', ${words}, 'sent', ${then}, ${then})`);
  await database.db.execute(sql`insert into web_messages (conversation, seq, key, kind, body, at)
    values ('c', 1, 'shown', 'contact.shown', ${words}, ${then})`);
  expect(await night(2)).toMatchObject({ shown_contacts: 1, mailed_contacts: 1 });
});

test("what was handed in goes five years after the decision on it, however long that took", async () => {
  await database.db.execute(sql`
    with o as (insert into obligations (rule, mandate_id, person_id, period, title, due_on, state)
      select 'r', id, person_id, '2026', '报告', '2026-12-20', 'accepted' from mandates limit 1 returning id, person_id),
    s as (insert into submissions (obligation_id, person_id, submitted_at, decision, decided_at)
      select id, person_id, ${then}, 'accepted', ${then} + interval '100 days' from o returning id)
    insert into attachments (id, conversation, name, type, size, bytes, submission_id, created_at)
    select 'paper', 'c', 'n', 'application/pdf', 1, ${words}, id, ${then} from s`);
  expect(await night(1_900)).toMatchObject({ handed_files: 0 });
  expect(await night(1_926)).toMatchObject({ handed_files: 1 });
});
