import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createWebChannel } from "#bot/web/channel.ts";
import { countDueIn } from "#db/queries/outbox-counts.ts";
import { drainOutbox } from "#jobs/drain-outbox.ts";
import { createMailbox } from "./mailbox.ts";
import { readPolicy } from "./policy.ts";
import { webBotOf } from "./running-channels.ts";
import type { Workshop } from "./workshop.ts";

/** What cannot be sent within this is left to the service and counted as waiting. */
const PATIENCE_MS = 30_000;

/**
 * Sends what is due at an instant to the web chat, whose mailbox is in the database. Messages of other networks are
 * left to the service, which holds the connections; a running service shows what arrived to those who wait for it.
 */
export async function releaseAt(
  { config, database, vault, log }: Omit<Workshop, "clock" | "fieldKey" | "anchor">,
  at: Date,
): Promise<void> {
  const clock = () => at;
  const zone = config.TIME_ZONE;
  const mailbox = createMailbox(database.db, vault, { clock, zone }, () => undefined);
  const web = createWebChannel(webBotOf(config), mailbox);
  const { db } = database;
  const holder = `command-${randomUUID()}`;
  const policy = readPolicy(config.POLICY_FILE);
  const parts = { db, vault, clock, zone, policy, log, random: Math.random, holder };
  const pump = drainOutbox({ ...parts, channels: [web] });
  const until = performance.now() + PATIENCE_MS;
  pump.start();
  try {
    while ((await db.transaction((tx) => countDueIn(tx, web, at))) > 0 && performance.now() < until)
      await sleep(20);
  } finally {
    await pump.stop();
  }
  await database.wire.notify("lvzhi_web", "");
  await database.wire.notify("lvzhi_outbox", "");
}
