import { mkdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { openDatabase, PROGRAM } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { resumeClock } from "#src/compose/clock.ts";
import { readConfig } from "#src/compose/config.ts";
import { examine } from "./examine.ts";
import { fieldKeyOf } from "#src/compose/field-key.ts";
import { createLog } from "#src/compose/log.ts";
import { openServer } from "#src/compose/open.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Command, CommandContext } from "./command.ts";

/** Looks at what the service stands on, beside it or alone, and says how to mend what is wrong; it changes nothing. */
export const DOCTOR: Command = {
  usage: "",
  does: "looks at database, key, messages, backup, disk, clock, rules and calendar",
  run: async (_words, context) => {
    const findings = await look(context);
    for (const { what, fine, says } of findings)
      context.print(`${fine ? "ok   " : "WRONG"} ${what.padEnd(9)} ${says}`);
    const wrong = findings.filter(({ fine }) => !fine).length;
    if (wrong > 0) throw new Fault("command.failed", `${wrong} of ${findings.length} checks need attention.`);
  },
};

async function look({ environment, real }: CommandContext) {
  const config = readConfig(environment);
  const dataDir = path.resolve(config.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const server = await openServer(config, dataDir, createLog("error"));
  const database = openDatabase(server.address, 2, `${PROGRAM} doctor`);
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return await examine({
      config,
      database,
      vault: createVault(fieldKeyOf(config, dataDir)),
      now: resumeClock(config, dataDir, real)(),
      real: real(),
      freeBytes: bavail * bsize,
    });
  } finally {
    await database.close();
    await server.stop();
  }
}
