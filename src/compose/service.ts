import { askingSecondReader } from "#jobs/asking-second-reader.ts";
import { drainInbox } from "#jobs/drain-inbox.ts";
import { drainOutbox } from "#jobs/drain-outbox.ts";
import { drainTasks } from "#jobs/drain-tasks.ts";
import type { Database } from "#db/client.ts";
import { releaseInbox } from "#db/queries/inbox.ts";
import { releaseOutbox } from "#db/queries/outbox.ts";
import type { Vault } from "#db/vault.ts";
import { createAccept } from "#src/inbox/accept.ts";
import { createRegister, type InboxParts } from "#src/inbox/situation.ts";
import type { Allowance } from "#src/kernel/allowance.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Log } from "#src/kernel/log.ts";
import type { Accept, Channel } from "#src/message/channel.ts";
import type { SecondReader } from "#src/understanding/proposal.ts";
import { createSignals, type Signals } from "./signals.ts";
import { stopChannels } from "./stop-channels.ts";

/** What the service is made of; everything that reaches outside is handed in. */
export type ServiceParts = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly zone: string;
  readonly log: Log;
  readonly random: () => number;
  readonly policy: Policy;
  readonly monotonic: () => number;
  /** This installation's name in leases: what an earlier run of it held is free as soon as it starts. */
  readonly holder: string;
  /** How much one sender may send; without it nobody is held back. */
  readonly allowance?: Allowance;
  readonly channels: (accept: Accept) => readonly Channel[];
  /** Whom to ask where the rules are not sure. */
  readonly secondReader?: SecondReader | undefined;
};

/** The spine: the door in, and the pumps behind it. */
export type Service = {
  readonly accept: Accept;
  readonly tell: Signals["tell"];
  readonly on: Signals["on"];
  readonly start: () => Promise<void>;
  /** Stops hearing, finishes what is under way, logs out, and leaves the rest for the next start. */
  readonly stop: () => Promise<void>;
};

// Read when the first paper is asked for: nearly every process never writes one.
const writeDocument: InboxParts["writeDocument"] = async (blocks) => {
  const files = await import("#src/files/write-document.ts");
  return files.writeDocument(blocks);
};

const WORKBOOKS: InboxParts["workbooks"] = {
  read: async (bytes) => (await import("#src/files/read-sheets-apart.ts")).readSheetsApart(bytes),
  write: async (sheets) => (await import("#src/files/write-sheets.ts")).writeSheets(sheets),
};

const toSecond = (reader: SecondReader | undefined, wake: () => void): Pick<InboxParts, "second"> =>
  reader === undefined ? {} : { second: { reader, wake } };

/** Puts the spine together: channels, the door in, the pumps, and the signals that wake them. */
export function createService(parts: ServiceParts): Service {
  const { database, log } = parts;
  const { db } = database;
  const signals = createSignals({ ...database, log });
  const accept = createAccept(db, parts.vault, () => signals.tell("inbox"), parts.allowance);
  const channels = parts.channels(accept);
  const register = createRegister(db, parts.policy, parts.monotonic);
  const second = toSecond(parts.secondReader, () => signals.tell("reading"));
  const inbox: InboxParts = {
    ...parts,
    ...second,
    db,
    register,
    running: channels.map(({ name, bot }) => ({ channel: name, bot })),
    writeDocument,
    workbooks: WORKBOOKS,
  };
  const outboxPump = drainOutbox({ ...parts, db, channels });
  const inboxPump = drainInbox(inbox, () => signals.tell("outbox"));
  const taskPump = drainTasks({ ...inbox, address: database.address }, () => signals.tell("outbox"));
  const pumps = [inboxPump, taskPump];
  signals.on("inbox", inboxPump.wake);
  signals.on("outbox", outboxPump.wake);
  signals.on("tasks", taskPump.wake); // whoever writes work down calls (`db/queries/tasks.ts`)
  if (inbox.second !== undefined) {
    const asking = askingSecondReader(inbox, inbox.second, () => signals.tell("inbox"));
    pumps.push(asking);
    signals.on("reading", asking.wake);
  }
  return {
    accept,
    tell: signals.tell,
    on: signals.on,
    start: async () => {
      await db.transaction((tx) => releaseInbox(tx, parts.holder, "crash"));
      await db.transaction((tx) => releaseOutbox(tx, parts.holder));
      await signals.start();
      for (const pump of [...pumps, outboxPump]) pump.start();
      for (const channel of channels) await channel.start();
    },
    stop: async () => {
      await stopChannels(channels, log, async () => {
        // The last answers go out after the last message was handled.
        await Promise.all(pumps.map((pump) => pump.stop()));
        await outboxPump.stop();
      });
      await signals.stop();
    },
  };
}
