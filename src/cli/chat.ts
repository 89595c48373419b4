import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { choosePersona, findPersona } from "#bot/terminal/choose-persona.ts";
import { talk } from "#bot/terminal/talk.ts";
import { createWebChannel } from "#bot/web/channel.ts";
import { CAST } from "#db/demo/cast.ts";
import { type Config, readConfig } from "#src/compose/config.ts";
import { createLog } from "#src/compose/log.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { webBotOf } from "#src/compose/running-channels.ts";
import { createService } from "#src/compose/service.ts";
import { inWorkshop, type Workshop } from "#src/compose/workshop.ts";
import { toComplaint } from "#src/kernel/complaint.ts";
import { Fault } from "#src/kernel/fault.ts";
import { TERMINAL_TEXTS } from "#src/text/terminal.ts";

/**
 * `npm run chat [-- NAME]`: the demo in a terminal. It answers by itself, or beside a service that runs on the same
 * folder: leases let any number of processes work on one database.
 */
async function chat(config: Config, name: string | undefined): Promise<void> {
  if (!config.demo)
    throw new Fault(
      "config.invalid",
      "npm run chat works in demo mode only: unset DATABASE_URL or set DEMO=1.",
    );
  const log = createLog("error");
  await inWorkshop(
    config,
    () => new Date(),
    log,
    (workshop) => converse(workshop, name),
  );
}

async function converse({ config, database, vault, clock, log }: Workshop, name?: string): Promise<void> {
  const mailbox = createMailbox(database.db, vault, { clock, zone: config.TIME_ZONE }, () =>
    service.tell("web"),
  );
  const service = createService({
    database,
    vault,
    clock,
    zone: config.TIME_ZONE,
    policy: readPolicy(config.POLICY_FILE),
    log,
    random: Math.random,
    monotonic: () => performance.now(),
    holder: `terminal-${randomUUID()}`,
    channels: () => [createWebChannel(webBotOf(config), mailbox)],
  });
  service.on("web", mailbox.wake);
  await service.start();
  try {
    const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const write = (text: string): void => void process.stdout.write(text);
    const named = name === undefined ? undefined : findPersona(CAST, name);
    if (name !== undefined && named === undefined) write(`${TERMINAL_TEXTS.unknown}\n`);
    const persona = named ?? (await choosePersona(CAST, lines, write));
    const terminal = { bot: webBotOf(config), accept: service.accept, mailbox, clock, lines, write };
    if (persona !== undefined) await talk(terminal, persona);
  } finally {
    await service.stop();
  }
}

try {
  await chat(readConfig(process.env), process.argv[2]);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${toComplaint(error)}\n`);
  process.exit(1);
}
