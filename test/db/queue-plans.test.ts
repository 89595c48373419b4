import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "#db/client.ts";
import { isUndecided } from "#db/queries/absence-objections.ts";
import { isAwaited } from "#db/queries/awaited.ts";
import { listSeenChoices, listTapped, markCardsUsed } from "#db/queries/choices.ts";
import { claimMessages, claimSuspect, markDone } from "#db/queries/inbox.ts";
import { claimOutgoing, expireOutgoing, extendSending } from "#db/queries/outbox.ts";
import { holdToPace } from "#db/queries/outbox-pace.ts";
import { markSendResults } from "#db/queries/send-results.ts";
import { cloneDatabase } from "#test/support/database.ts";

const NOW = new Date("2026-09-16T09:00:00+08:00");
const DONE = 20_000;

let database: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.db.execute(sql`
    insert into inbox (channel, bot, external_id, conversation, sender, sent_at, status)
    select 'web', 'demo', n::text, 'web:demo:' || n % 200, 'web:demo:' || n % 200, now(),
      case when n > ${DONE} then 'waiting' else 'done' end from generate_series(1, ${DONE + 50}) n`);
  await database.db.execute(sql`
    insert into outbox (channel, bot, conversation, key, kind, status, due_at, had_by)
    select 'web', 'demo', 'web:demo:' || n % 200, n::text, 'help', case when n > ${DONE} then 'new' else 'sent' end,
      now() - interval '1 hour', case when n <= ${DONE} then now() - interval '1 hour' end from generate_series(1, ${DONE + 50}) n`);
  await database.db.execute(sql`
    insert into choices (id, conversation, card, position, act)
    select n::text, 'web:demo:' || n % 200, (n / 4)::text, n % 4, '' from generate_series(1, ${DONE}) n`);
  await database.db.execute(sql`analyze`);
});
afterAll(() => database.drop());

/** How a statement that somebody runs would be carried out. */
async function planOf(run: (tx: Tx) => Promise<unknown>): Promise<string> {
  const plans: string[] = [];
  await database.db.transaction(async (tx) => {
    await run(
      new Proxy(tx, {
        get: (target, name) =>
          name === "execute"
            ? async (statement: SQL) => {
                const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${statement}`);
                plans.push(...rows.map((row) => row["QUERY PLAN"]));
                return [];
              }
            : Reflect.get(target, name),
      }),
    );
  });
  return plans.join("\n");
}

const claimed = {
  id: DONE,
  token: 1,
  channel: "web",
  bot: "demo",
  conversation: "web:demo:1" as const,
  sender: "web:demo:1" as const,
  body: Buffer.alloc(0),
  sentAt: NOW,
  claims: 1,
  failures: 0,
};
const channels = [{ channel: "web", bot: "demo", most: 32, mostFiles: 16, resting: [] }];
const seen = ["web:demo:1", "web:demo:2"] as const;

test.for<[string, (tx: Tx) => Promise<unknown>]>([
  ["claiming messages", (tx) => claimMessages(tx, "test", 96)],
  ["claiming a suspect", (tx) => claimSuspect(tx, "test")],
  ["marking messages done", (tx) => markDone(tx, [claimed], NOW)],
  ["claiming answers", (tx) => claimOutgoing(tx, { holder: "test", now: NOW, channels })],
  ["marking what was sent", (tx) => markSendResults(tx, [{ id: 1, token: 1, sent: "1", more: false }], NOW)],
  ["whether a chat is still to be answered", (tx) => isAwaited(tx, "web:demo:1")],
  ["holding on to what is being sent", (tx) => extendSending(tx, [{ id: 1, token: 1 }])],
  ["expiring answers", (tx) => expireOutgoing(tx, NOW)],
  ["looking taps up", (tx) => listTapped(tx, [{ conversation: "web:demo:2", id: "7" }])],
  ["listing what can be seen", (tx) => listSeenChoices(tx, seen)],
  ["using cards up", (tx) => markCardsUsed(tx, [{ conversation: "web:demo:1", card: "1" }], NOW)],
])("%s reads what waits, never a whole table", async ([, run]) => {
  const plan = await planOf(run);
  expect(plan).toContain("Index");
  expect(plan).not.toMatch(/Seq Scan on (?:inbox|outbox|choices)/u);
});

test("holding to the pace reads the last seconds of a bot, never all that it was ever sent", async () => {
  const limits = { perSecond: 30, conversationMs: 1_000 };
  const plan = await planOf((tx) =>
    holdToPace(
      tx,
      channels.map((one) => ({ ...one, ...limits })),
    ),
  );
  expect(plan).toMatch(/Index Cond:.*had_by >/u);
});

test("an objection that waits is found by its index, also once its words are erased", async () => {
  await database.db.transaction(async (tx) => {
    // A long term's notices; whose they are does not matter here.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into absence_notices (rule, mandate_id, person_id, activity_id, level, created_at,
        objected_at, objection_decided_at)
      select 'group_activity_unapproved', n, n, n, 1, now(), case when n % 20 = 0 then now() end,
        case when n % 20 = 0 and n % 1000 > 0 then now() end from generate_series(1, ${DONE}) n`);
  });
  await database.db.execute(sql`analyze absence_notices`);
  const plan = await planOf((tx) => tx.execute(sql`select n.id from absence_notices n where ${isUndecided}`));
  expect(plan).toContain("absence_notices_objected");
});
