import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { connect, type DatabaseAddress, isTransient } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { TEST_KEY } from "./city.ts";

/** A process of an earlier program: what it took in, and what it filed of it. */
export type OldProcess = {
  readonly taken: readonly string[];
  readonly filed: readonly string[];
  readonly stop: () => Promise<void>;
};

const vault = createVault(TEST_KEY);

/**
 * Works on a database as the very first version did, with the columns of then: stores messages at the door, and handles
 * every second one by itself in one transaction, the record, its answer and the mark that it is done. What the database
 * refuses for a moment is tried again, as it did.
 */
export function startOldProcess(address: DatabaseAddress, person: string, conversation: string): OldProcess {
  const door = connect(address, 1);
  const work = connect(address, 1);
  const [taken, filed]: [string[], string[]] = [[], []];
  let isStopping = false;
  const accepting = (async () => {
    for (let n = 0; !isStopping; n += 1) {
      const id = `${conversation}/${randomUUID()}`;
      await again(() => accept(door, conversation, id, `昨天走访黄连村${(n % 40) + 2}户`));
      taken.push(id);
      await sleep(15);
    }
  })();
  const working = (async () => {
    for (let at = 0; !isStopping;) {
      const id = taken[at];
      if (id === undefined) await sleep(2);
      else {
        const number = `履-2025-${String(90_000 + at)}`;
        await again(() => handle(work, { id, number, person, conversation }));
        filed.push(number);
        at += 2;
      }
    }
  })();
  return {
    taken,
    filed,
    stop: async () => {
      isStopping = true;
      await Promise.all([accepting, working]);
      await Promise.all([door.end(), work.end()]);
    },
  };
}

async function again(attempt: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isTransient(error)) throw error;
      await sleep(20);
    }
}

const accept = (sql: Sql, conversation: string, id: string, text: string): Promise<unknown> =>
  sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${conversation}, 1))`;
    const body = vault.seal(JSON.stringify({ kind: "text", text, attachments: [] }));
    await tx`insert into inbox (channel, bot, external_id, conversation, sender, body, sent_at)
      values ('web', 'demo', ${id}, ${conversation}, ${conversation}, ${body}, '2026-09-16T01:00:00Z')
      on conflict (channel, bot, external_id) do nothing`;
  });

type Work = {
  readonly id: string;
  readonly number: string;
  readonly person: string;
  readonly conversation: string;
};

const handle = (sql: Sql, { id, number, person, conversation }: Work): Promise<unknown> =>
  sql.begin(async (tx) => {
    const [message] = await tx<
      { id: string }[]
    >`update inbox set status = 'done', done_at = now(), claims = claims + 1
      where channel = 'web' and bot = 'demo' and external_id = ${id} and status = 'waiting' returning id::text`;
    if (message === undefined) throw new Error(`${id} was there, and is not any more`);
    await tx`insert into duty_records (number, person_id, mandate_id, kind, starts_on, ends_on, place, counts, approx,
        narrative, source, inbox_id, filed_at)
      select ${number}, p.id, m.id, 'home_visit', '2025-05-12', '2025-05-12', '黄连村', '{"households":1}', '[]', '走访',
        'chat', ${message.id}::bigint, now() from people p join mandates m on m.person_id = p.id where p.name = ${person}`;
    await tx`insert into outbox (channel, bot, conversation, key, kind, status, due_at, sent_at) values ('web', 'demo',
      ${conversation}, ${`old answer ${message.id}`}, 'report.filed', 'sent', now(), now())`;
  });
