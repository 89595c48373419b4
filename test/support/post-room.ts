import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { readPolicy } from "#src/compose/policy.ts";
import type { Channel } from "#src/message/channel.ts";
import { Courier } from "#src/outbox/courier.ts";
import { enqueue } from "#src/outbox/enqueue.ts";
import type { Outgoing } from "#src/outbox/outgoing.ts";
import { cloneDatabase } from "./database.ts";
import { silentLog } from "./silent-log.ts";
import { createWire, type Wire } from "./wire.ts";

export const NOON = new Date("2026-09-16T12:00:00+08:00");

type State = { status: string; reason: string | null; repeat: boolean };

/** The outbox alone: real PostgreSQL, a network and a clock of the test's own. */
export type PostRoom = {
  readonly db: Db;
  wire: Wire;
  now: Date;
  readonly courierFor: (channels?: readonly Channel[], db?: Db) => Courier;
  /** Writes one message down for 李明 (web) or telegram/李明. */
  readonly write: (who: string, key: string, more?: Partial<Outgoing>) => Promise<void>;
  /** Rounds as the pump makes them, until nothing more happens. */
  readonly work: (courier: Courier, rounds?: number) => Promise<void>;
  readonly keys: (from?: Wire) => string[];
  readonly stateOf: (key: string) => Promise<State>;
  /** Empties it: a new network, noon. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens an outbox on a database of its own. */
export async function openPostRoom(): Promise<PostRoom> {
  const database = await cloneDatabase();
  const vault = createVault("a key for tests, long enough to be one");
  const common = { vault, zone: "Asia/Shanghai", policy: readPolicy("policy/wudang.yaml"), log: silentLog };
  const room: PostRoom = {
    db: database.db,
    wire: createWire(),
    now: NOON,
    courierFor: (channels = [room.wire], db = database.db) =>
      new Courier(
        { ...common, db, clock: () => room.now, random: () => 0, holder: "test", channels },
        () => undefined,
      ),
    write: async (who, key, more = {}) => {
      const [channel = "web", name = who] = who.includes("/") ? who.split("/") : ["web", who];
      const conversation = `${channel}:demo:${name}` as const;
      const outgoing = { conversation, key, reply: { kind: "help.broken" }, dueAt: NOON, ...more } as const;
      await database.db.transaction((tx) =>
        enqueue(tx, vault, [outgoing], { now: room.now, zone: common.zone, policy: common.policy }),
      );
    },
    work: async (courier, rounds = 6) => {
      for (let n = 0; n < rounds; n += 1) {
        await courier.round();
        await sleep(5);
      }
    },
    keys: (from = room.wire) => from.sent.map((one) => one.key),
    stateOf: async (key) => {
      const [row] = await database.db.execute<State>(
        sql`select status, reason, possible_repeat as repeat from outbox where key = ${key}`,
      );
      if (row === undefined) throw new TypeError(`no message ${key}`);
      return row;
    },
    clear: async () => {
      await database.db.execute(sql`truncate outbox, choices`);
      room.wire = createWire();
      room.now = NOON;
    },
    close: database.drop,
  };
  return room;
}
