import { sql } from "drizzle-orm";
import { OFFICIAL_DAYS } from "#src/domain/official-days.ts";
import { localDay } from "#src/domain/local-time.ts";
import { yearOf } from "#src/domain/day.ts";
import { readPolicy } from "#src/compose/policy.ts";
import type { Workshop } from "#src/compose/workshop.ts";
import { Fault } from "#src/kernel/fault.ts";
import { type Command, type CommandContext, withWorkshop } from "./command.ts";

/** One thing looked at. A finding that is not fine says what to do. */
type Finding = { readonly what: string; readonly fine: boolean; readonly says: string };

/** Looks at what the service stands on, and says how to mend what is wrong. */
export const DOCTOR: Command = {
  usage: "",
  does: "looks at database, clock, zone, secrets, rules and calendar",
  run: async (_words, context) => {
    const findings = await withWorkshop(context, (workshop) => examine(workshop, context));
    for (const { what, fine, says } of findings)
      context.print(`${fine ? "ok   " : "WRONG"} ${what.padEnd(9)} ${says}`);
    const wrong = findings.filter(({ fine }) => !fine).length;
    if (wrong > 0) throw new Fault("command.failed", `${wrong} of ${findings.length} checks need attention.`);
  },
};

async function examine({ config, database, clock }: Workshop, { real }: CommandContext): Promise<Finding[]> {
  const [server] = await database.db.execute<{ version: string; at: string }>(
    sql`select current_setting('server_version') as version, clock_timestamp() as at`,
  );
  const now = clock();
  const year = yearOf(localDay(now, config.TIME_ZONE));
  return [
    databaseFinding(server?.version ?? ""),
    clockFinding(new Date(server?.at ?? 0).getTime() - real().getTime()),
    { what: "zone", fine: true, says: `${config.TIME_ZONE}, today is ${localDay(now, config.TIME_ZONE)}` },
    secretsFinding(config.demo, config.FIELD_KEY !== undefined),
    { what: "rules", fine: true, says: `${config.POLICY_FILE}: ${readPolicy(config.POLICY_FILE).title}` },
    calendarFinding(year),
  ];
}

function databaseFinding(version: string): Finding {
  const fine = Number.parseInt(version, 10) >= 15;
  return {
    what: "database",
    fine,
    says: fine ? `PostgreSQL ${version}` : `PostgreSQL ${version}: use 15 or newer`,
  };
}

function clockFinding(aheadMs: number): Finding {
  const seconds = Math.round(aheadMs / 100) / 10;
  const fine = Math.abs(aheadMs) <= 10_000;
  return {
    what: "clock",
    fine,
    says: fine
      ? `within ${Math.abs(seconds)} s of the database`
      : `${seconds} s off the database: set it by NTP`,
  };
}

function secretsFinding(demo: boolean, hasKey: boolean): Finding {
  if (demo) return { what: "secrets", fine: true, says: "demo: the key is kept in the data folder" };
  return { what: "secrets", fine: hasKey, says: hasKey ? "FIELD_KEY is set" : "set FIELD_KEY" };
}

// The State Council publishes a year's days in the November before it.
function calendarFinding(year: number): Finding {
  const missing = [year, year + 1].filter((one) => !OFFICIAL_DAYS.years.has(one));
  if (missing.length === 0)
    return { what: "calendar", fine: true, says: `${year} and ${year + 1} are known` };
  const cure = "update chinese-days, or list the year's days under calendar in the policy file";
  const known = missing.includes(year) ? "" : `${year} is known, `;
  return {
    what: "calendar",
    fine: missing[0] !== year,
    says: `${known}${missing.join(" and ")} not yet: ${cure}`,
  };
}
