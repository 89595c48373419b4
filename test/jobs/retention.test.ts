import { sql, type SQL } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import { seedDemo } from "#db/demo/seed.ts";
import { createVault } from "#db/vault.ts";
import { ERASURES } from "#src/domain/retention.ts";
import { runJob } from "#jobs/run-job.ts";
import { TEST_KEY } from "#test/support/city.ts";
import { at, jobNamed, jobPartsAt } from "#test/support/clockwork.ts";
import { cloneDatabase } from "#test/support/database.ts";
import { readPolicy } from "#test/support/policy.ts";

const START = at("2026-09-16 09:00");
const DAY_MS = 86_400_000;
const words = createVault(TEST_KEY).seal("机密");
const { retention } = readPolicy();

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeEach(async () => {
  database = await cloneDatabase();
  await database.db.transaction((tx) => seedDemo(tx, START));
});
afterEach(() => database.drop());

/** So many days after the start, and a minute. */
const after = (days: number): Date => new Date(START.getTime() + days * DAY_MS + 60_000);
const night = async (now: Date, patch: object = {}) =>
  (await runJob(jobPartsAt(database.db, now, patch), jobNamed("retention"), "anyway"))?.report ?? {};
const then = sql`${START.toISOString()}::timestamptz`;
const count = async (what: SQL): Promise<number> => {
  const [row] = await database.db.execute<{ n: number }>(sql`select count(*)::int n from ${what}`);
  return row?.n ?? -1;
};

const insertMessages = (n: number, status = "done"): Promise<unknown> =>
  database.db.execute(sql`
    insert into inbox (channel, bot, external_id, conversation, sender, body, sent_at, received_at, status)
    select 'web', 'main', ${status} || i, 'web:main:c', 'web:main:c', ${words}, ${then}, ${then}, ${status}
    from generate_series(1, ${n}::int) i`);
const insertSent = (key: string, status = "sent", conversation = "web:main:c"): Promise<unknown> =>
  database.db.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, body, status, due_at, created_at, sent_at)
    values ('web', 'main', ${conversation}, ${key}, 'help.menu', ${words}, ${status}, ${then}, ${then}, ${then})`);
const insertMail = (conversation: string, seq: number): Promise<unknown> =>
  database.db.execute(sql`insert into web_messages (conversation, seq, key, kind, body, at)
    values (${conversation}, ${seq}, ${`${conversation}/${seq}`}, 'help.menu', ${words}, ${then})`);

describe("messages", () => {
  test("lose their words after thirty days, and their numbers stay so that none takes effect twice", async () => {
    await insertMessages(3);
    await insertSent("a");
    expect(await night(after(29))).toMatchObject({ raw_texts: 0, sent_texts: 0 });
    expect(await night(after(30))).toMatchObject({ raw_texts: 3, sent_texts: 1, message_ids: 0 });
    expect(await count(sql`inbox where body is null`)).toBe(3);
    expect(await night(after(399))).toMatchObject({ raw_texts: 0, message_ids: 0, sent_ids: 0 });
    expect(await night(after(400))).toMatchObject({ message_ids: 3, sent_ids: 1 });
    expect(await count(sql`inbox`)).toBe(0);
  });

  test("that still wait, or are being sent, are never touched", async () => {
    await insertMessages(1, "waiting");
    await insertSent("new", "new");
    await insertSent("sending", "sending");
    await night(after(5_000));
    expect(await count(sql`inbox where body is not null`)).toBe(1);
    expect(await count(sql`outbox where body is not null`)).toBe(2);
  });

  test("that prove a notice stay until the notice itself says when it arrived", async () => {
    await insertSent("told");
    const [one] = await database.db.execute<{ id: string }>(sql`
      insert into notices (activity_id, mandate_id, way, outbox_key)
      select a.activity_id, a.mandate_id, 'chat', 'told' from attendances a limit 1 returning id::text`);
    expect(await night(after(500))).toMatchObject({ sent_texts: 1, sent_ids: 0 });
    await database.db.execute(sql`update notices set delivered_at = ${then} where id = ${one?.id}::int8`);
    expect(await night(after(500))).toMatchObject({ sent_ids: 1 });
  });

  test("can be read again in the web chat for ninety days; the count of a conversation never begins again", async () => {
    for (const seq of [1, 2, 3]) await insertMail("web:main:a", seq);
    await insertMail("web:main:b", 1);
    expect(await night(after(89))).toMatchObject({ mailbox: 0, last_words: 0 });
    expect(await night(after(90))).toMatchObject({ mailbox: 2, last_words: 2 });
    expect(await count(sql`web_messages where body is not null`)).toBe(0);
    const [row] = await database.db.execute<{ most: number }>(
      sql`select max(seq) as most from web_messages where conversation = 'web:main:a'`,
    );
    expect(row?.most).toBe(3);
  });
});

describe("what somebody gave for one purpose", () => {
  test("words of leave go after the activity, words of an objection after the decision, the facts stay", async () => {
    await database.db.execute(sql`
      insert into leaves (activity_id, mandate_id, person_id, reason, note, requested_at)
      select a.id, t.mandate_id, t.person_id, 'illness', ${words}, ${then} - interval '400 days'
      from activities a join attendances t on t.activity_id = a.id where a.starts_at > ${then} limit 1`);
    await database.db.execute(sql`
      insert into absence_notices (rule, mandate_id, person_id, activity_id, level, created_at, objected_at, objection,
        objection_decided_at)
      select 'r', t.mandate_id, t.person_id, t.activity_id, 1, ${then}, ${then}, ${words}, ${then}
      from attendances t limit 1`);
    expect(await night(after(406))).toMatchObject({ leave_notes: 0, objections: 0 });
    expect(await night(after(408))).toMatchObject({ leave_notes: 1, objections: 0 });
    expect(await night(after(retention.objections))).toMatchObject({ objections: 1 });
    expect(await count(sql`leaves where reason = 'other' and note is null`)).toBe(1);
    expect(await count(sql`absence_notices`)).toBe(1);
  });

  test("a draft that nobody went on with, a file of no record, a button, a closed feedback", async () => {
    await database.db.execute(
      sql`insert into dialogs (conversation, state, updated_at) values ('web:main:c', ${words}, ${then})`,
    );
    await database.db
      .execute(sql`insert into attachments (id, conversation, name, type, size, bytes, record_id, created_at)
      values ('loose', 'c', 'n', 'image/png', 1, ${words}, null, ${then}), ('kept', 'c', 'n', 'image/png', 1, ${words}, 7, ${then})`);
    await database.db.execute(sql`insert into choices (id, conversation, card, position, act, created_at)
      values ('x', 'c', 'card', 1, ${words}, ${then})`);
    await database.db.execute(
      sql`insert into feedback (text, state, at, closed_at) values ('字小', 'done', ${then} - interval '300 days', ${then}),
        ('慢', 'open', ${then}, null)`,
    );
    expect(await night(after(30))).toMatchObject({ idle_dialogs: 1, buttons: 1, files: 0 });
    expect(await night(after(90))).toMatchObject({ files: 1 });
    expect(await night(after(400))).toMatchObject({ feedback: 1 });
    expect(await count(sql`attachments where id = 'kept'`)).toBe(1);
    expect(await count(sql`feedback where state = 'open'`)).toBe(1);
  });

  test("a resident's account goes after half a year of silence; the opinion stays", async () => {
    await database.db.execute(sql`
      with p as (insert into people (name, kind, created_at) values ('', 'resident', ${then}) returning id),
      o as (insert into opinions (number, person_id, text, category, filed_at)
        select '意-2026-9999', id, '路灯不亮', 'other', ${then} from p)
      insert into accounts (channel, bot, sender, conversation, person_id, last_used_at)
      select 'web', 'main', 'web:main:r', 'web:main:r', id, ${then} from p`);
    await database.db.execute(sql`
      insert into outbox (channel, bot, conversation, key, kind, status, due_at, created_at)
      values ('web', 'main', 'web:main:r', 'news', 'case.replied', 'sent', ${after(100).toISOString()}::timestamptz,
        ${after(100).toISOString()}::timestamptz)`);
    expect(await night(after(200))).toMatchObject({ residents: 0 });
    expect(await night(after(281))).toMatchObject({ residents: 1 });
    expect(await count(sql`opinions where number = '意-2026-9999'`)).toBe(1);
  });
});

test("codes, sessions and guesses go a month after they ended, and who was bound is reached there no more", async () => {
  await database.db.execute(sql`
      insert into invites (person_id, typed_hash, link_hash, created_at, expires_at)
      select id, 't', 'l', ${then}, ${then} from people limit 1`);
  await database.db.execute(sql`insert into code_attempts (sender, hit, at) values ('x', false, ${then})`);
  await database.db.execute(sql`
      insert into sessions (token_hash, conversation, created_at, used_at, expires_at)
      values ('h', 'web:main:s', ${then}, ${then}, ${then} + interval '180 days')`);
  await database.db.execute(sql`
      insert into accounts (channel, bot, sender, conversation, person_id, last_used_at)
      select 'web', 'main', 'web:main:s', 'web:main:s', id, ${then} from people where name = '李明'`);
  expect(await night(after(30))).toMatchObject({ codes: 1, guesses: 0, left_sessions: 0, sessions: 0 });
  expect(await night(after(60))).toMatchObject({ left_sessions: 1, sessions: 0 });
  expect(await count(sql`accounts where conversation = 'web:main:s'`)).toBe(0);
  expect(await count(sql`audit where action = 'account.unbind'`)).toBe(1);
  expect(await night(after(91))).toMatchObject({ sessions: 1, guesses: 1 });
});

describe("the night itself", () => {
  test("takes more than one batch, reports every class, and finds nothing the second time", async () => {
    await insertMessages(4_500);
    const report = await night(after(401));
    expect(Object.keys(report).sort()).toEqual([...Object.keys(ERASURES), "left_sessions"].sort());
    expect(report).toMatchObject({ raw_texts: 4_500, message_ids: 4_500 });
    const { runs: _, ...again } = await night(after(401));
    expect(Object.values(again).every((n) => n === 0)).toBe(true);
  });

  test("leaves what somebody holds to the next night, and waits for nobody", async () => {
    await insertMessages(3);
    const holder = connect(database.address, 1);
    await holder.begin(async (tx) => {
      await tx`select 1 from inbox where external_id = 'done1' for update`;
      expect(await night(after(30))).toMatchObject({ raw_texts: 2 });
    });
    await holder.end();
    expect(await night(after(30))).toMatchObject({ raw_texts: 1 });
  });

  test("keeps what a district wants kept for longer, and never forgets numbers within thirty days", async () => {
    await insertMessages(1);
    expect(await night(after(30), { retention: { raw_texts: 60 } })).toMatchObject({ raw_texts: 0 });
    expect(() => readPolicy({ retention: { message_ids: 29 } })).toThrow(/message_ids/u);
  });

  test("leaves its figures where they can be read", async () => {
    await insertMessages(2);
    await runJob(jobPartsAt(database.db, after(31)), jobNamed("retention"));
    const [row] = await database.db.execute<{ tally: Record<string, number> }>(
      sql`select tally from occurrences where schedule = 'retention' and state = 'done'`,
    );
    expect(row?.tally).toMatchObject({ raw_texts: 2 });
  });
});
