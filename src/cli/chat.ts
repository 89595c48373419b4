import { mkdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { choosePersona, findPersona } from "#bot/terminal/choose-persona.ts";
import { talk } from "#bot/terminal/talk.ts";
import { createWebChannel } from "#bot/web/channel.ts";
import { CAST } from "#db/demo/cast.ts";
import { createVault } from "#db/vault.ts";
import { startClockAt } from "#src/compose/clock.ts";
import { type Config, readConfig } from "#src/compose/config.ts";
import { fieldKeyOf } from "#src/compose/field-key.ts";
import { createLog } from "#src/compose/log.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { openConfigured } from "#src/compose/open.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { createService } from "#src/compose/service.ts";
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
  const folder = path.resolve(config.DATA_DIR);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clock =
    config.DEMO_CLOCK === undefined
      ? () => new Date()
      : startClockAt(new Date(config.DEMO_CLOCK), () => new Date());
  const log = createLog("error");
  const vault = createVault(fieldKeyOf(config, folder));
  const database = await openConfigured(config, folder, vault, clock(), log);
  const mailbox = createMailbox(database.db, vault, clock, () => service.tell("web"));
  const service = createService({
    database,
    vault,
    clock,
    zone: config.TIME_ZONE,
    policy: readPolicy(config.POLICY_FILE),
    log,
    random: Math.random,
    monotonic: () => performance.now(),
    holder: `terminal-${process.pid}`,
    channels: () => [createWebChannel("demo", mailbox)],
  });
  service.on("web", mailbox.wake);
  await service.start();
  try {
    const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const write = (text: string): void => void process.stdout.write(text);
    const named = name === undefined ? undefined : findPersona(CAST, name);
    if (name !== undefined && named === undefined) write(`${TERMINAL_TEXTS.unknown}\n`);
    const persona = named ?? (await choosePersona(CAST, lines, write));
    const terminal = { bot: "demo", accept: service.accept, mailbox, clock, lines, write };
    if (persona !== undefined) await talk(terminal, persona);
  } finally {
    await service.stop();
    await database.stop();
  }
}

try {
  await chat(readConfig(process.env), process.argv[2]);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${toComplaint(error)}\n`);
  process.exit(1);
}
