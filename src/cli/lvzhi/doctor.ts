import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { openDatabase, PROGRAM } from "#db/client.ts";
import { createVault } from "#db/vault.ts";
import { resumeClock } from "#src/compose/clock.ts";
import { type Config, readConfig } from "#src/compose/config.ts";
import { examine } from "./examine.ts";
import { fieldKeyOf } from "#src/compose/field-key.ts";
import { createLog } from "#src/compose/log.ts";
import { openServer } from "#src/compose/open.ts";
import { Fault } from "#src/kernel/fault.ts";
import type { Command, CommandContext } from "./command.ts";

/** Looks at what the service stands on, beside it or alone, and says how to mend what is wrong; it changes nothing. */
export const DOCTOR: Command = {
  usage: "",
  does: "looks at database, key, messages, backup, disk, way in, clock, rules and calendar",
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
  requireThere(config, dataDir);
  const server = await openServer(config, dataDir, createLog("error"));
  const database = openDatabase(server.address, 2, `${PROGRAM} doctor`);
  try {
    const { bavail, bsize } = statfsSync(nearestThere(dataDir));
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

// Opening would begin a folder, a database and a key of their own, where the doctor is only to look.
function requireThere(config: Config, dataDir: string): void {
  const needed = [
    ...(config.DATABASE_URL === undefined ? ["postgres"] : []),
    ...(config.FIELD_KEY === undefined ? ["demo.key"] : []),
  ];
  const missing = needed.filter((one) => !existsSync(path.join(dataDir, one)));
  if (missing.length > 0)
    throw new Fault(
      "command.failed",
      `Nothing to look at: ${dataDir} has no ${missing.join(" and no ")}. Check DATA_DIR and DATABASE_URL, or start the service once.`,
    );
}

const nearestThere = (folder: string): string =>
  existsSync(folder) || folder === path.dirname(folder) ? folder : nearestThere(path.dirname(folder));
