import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { replaceAccounts } from "#db/queries/former-accounts.ts";
import { claimOutgoing } from "#db/queries/outbox.ts";
import { markSendResults } from "#db/queries/send-results.ts";
import { Fault } from "#src/kernel/fault.ts";
import { NOON, openPostRoom, type PostRoom } from "#test/support/post-room.ts";
import { seen } from "#test/support/seen.ts";
import { createWire } from "#test/support/wire.ts";

let room: PostRoom;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(async () => {
  await room.clear();
  await room.db.execute(sql`truncate accounts, people cascade`);
});
afterAll(() => room.close());

const NEW = {
  channel: "wechat",
  bot: "demo",
  sender: "wechat:demo:new",
  conversation: "wechat:demo:new",
} as const;

/** 李明 as WeChat called him before, gone since. */
async function goneLiMing(): Promise<number> {
  const [row] = await room.db.execute<{ id: string }>(sql`
    with one as (insert into people (name) values ('李明') returning id)
    insert into accounts (channel, bot, sender, conversation, person_id, gone_at, blocked_at)
    select 'wechat', 'demo', 'wechat:demo:old', 'wechat:demo:old', id, '2026-09-16', '2026-09-16' from one
    returning person_id::text as id`);
  return Number(row?.id);
}

async function comesBack(person: number): Promise<void> {
  await room.db.execute(sql`
    insert into accounts (channel, bot, sender, conversation, person_id)
    values ('wechat', 'demo', ${NEW.sender}, ${NEW.conversation}, ${person})`);
  await room.db.transaction((tx) => replaceAccounts(tx, NEW, person));
}

test("a call to the old id that ends after the deputy is back under a new one says nothing about the new one", async () => {
  const person = await goneLiMing();
  await room.write("wechat/old", "news:1");
  const wire = createWire("wechat", "demo");
  let isBack = false;
  wire.onSend = async () => {
    if (isBack) return;
    isBack = true;
    await comesBack(person);
    throw new Fault("channel.gone", "gone");
  };
  const courier = room.courierFor([wire]);
  await seen(async () => {
    await room.work(courier, 1);
    return (await room.stateOf("news:1")).status === "sent" ? true : undefined;
  });
  const accounts = await room.db.execute(sql`select conversation, gone_at, blocked_at from accounts`);
  expect([...accounts]).toEqual([{ conversation: NEW.conversation, gone_at: null, blocked_at: null }]);
  expect(await room.stateOf("news:1")).toMatchObject({ status: "sent", repeat: true });
  expect(wire.sent.map(({ conversation }) => conversation)).toEqual([NEW.conversation]);
});

const OFFER = { channel: "wechat", bot: "demo", most: 8, mostFiles: 8, resting: [] };

test("what is claimed for the old id in the moment in which the deputy comes back is let go for the new one", async () => {
  const person = await goneLiMing();
  await room.write("wechat/old", "news:2");
  let returns = Promise.resolve();
  const [claimed] = await room.db.transaction(async (tx) => {
    const claim = await claimOutgoing(tx, { holder: "other", now: NOON, channels: [OFFER] });
    returns = comesBack(person);
    // It waits for the message, whose claim is not known to it yet.
    await seen(async () => {
      const waits = await room.db.execute(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waits.length > 0 ? true : undefined;
    });
    return claim;
  });
  await returns;
  const result = { id: claimed?.id ?? 0, token: claimed?.token ?? 0, failed: "channel.gone" };
  expect(await room.db.transaction((tx) => markSendResults(tx, [result], NOON))).toEqual([]);
  const rows = await room.db.execute(sql`select conversation, status, unsure from outbox`);
  expect([...rows]).toEqual([{ conversation: NEW.conversation, status: "new", unsure: 1 }]);
});
