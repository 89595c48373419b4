import { z } from "zod";
import { describeTimetable } from "#jobs/timetable.ts";
import { findJob, JOBS } from "#jobs/registry.ts";
import { runJob } from "#jobs/run-job.ts";
import { readConfig } from "#src/compose/config.ts";
import { jobParts } from "#src/compose/jobs.ts";
import { readPolicy } from "#src/compose/policy.ts";
import { releaseAt } from "#src/compose/release-at.ts";
import { type Command, type CommandContext, misused, withWorkshop } from "./command.ts";

const instant = z.iso.datetime({ offset: true });

/** Runs one job at once, and says what became of everything it found due. */
export const JOB: Command = {
  usage: "--list | NAME [--now ISO]",
  does: "lists the jobs, or runs one now or as of an instant",
  run: async (words, context) => {
    if (words[0] === "--list") return list(context);
    const { name, now } = parseWords(words);
    const job = findJob(name);
    if (job === undefined)
      throw misused(`There is no job ${name}; jobs: ${JOBS.map((one) => one.name).join(" ")}.`);
    await withWorkshop(context, async ({ config, database, vault, clock, log }) => {
      const at = now ?? clock();
      const parts = jobParts(config, database.db, vault, () => at, log);
      const work = await runJob(parts, job, "anyway");
      await releaseAt({ config, database, vault, log }, at);
      if (work === null) throw new TypeError("a forced run always runs");
      const tally = work.recount === undefined ? work.tally : await work.recount();
      context.print(JSON.stringify({ ...tally, ...work.report }));
    });
  },
};

function parseWords([name = "", option, value, ...more]: readonly string[]): { name: string; now?: Date } {
  if (name === "") throw misused("Which job? job --list names them.");
  if (option === undefined) return { name };
  if (option !== "--now" || more.length > 0)
    throw misused(`job takes NAME and --now ISO, not ${[option, value, ...more].join(" ")}.`);
  if (!instant.safeParse(value).success)
    throw misused("--now takes an instant with its zone, such as 2026-12-01T09:00:00+08:00.");
  return { name, now: new Date(value ?? "") };
}

function list({ environment, print }: CommandContext): void {
  const policy = readPolicy(readConfig(environment).POLICY_FILE);
  for (const job of JOBS) print(`${job.name.padEnd(20)} ${describeTimetable(job.timetable(policy))}`);
}
