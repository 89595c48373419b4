import { schedule, type ScheduledTask } from "node-cron";
import { errorFacts } from "#src/kernel/log.ts";
import type { Job, JobParts } from "./job.ts";
import { runJob } from "./run-job.ts";

/** Pokes the jobs for as long as the process runs. */
export type Scheduler = {
  /** Begins to poke, and looks at once for what was missed. */
  readonly start: () => void;
  /** Ends the poking and waits for what is under way. */
  readonly stop: () => Promise<void>;
};

/**
 * Pokes jobs by the clock. node-cron only pokes: after a long block it reports pokes as missed and forgets them, and
 * several processes poke at once. The tables say what is due and who got it. `told` is called after a run that found
 * something.
 */
export function createScheduler(parts: JobParts, jobs: readonly Job[], told: () => void): Scheduler {
  const running = new Map<string, Promise<void>>();
  let tasks: ScheduledTask[] = [];
  let stopping = false;

  const run = async (job: Job): Promise<void> => {
    try {
      const work = await runJob(parts, job);
      if (work !== null && work.tally.due > 0) told();
    } catch (error) {
      parts.log.error("job.failed", { job: job.name, ...errorFacts(error) });
    }
  };
  const poke = (job: Job): Promise<void> => {
    const current = running.get(job.name);
    if (current !== undefined || stopping) return current ?? Promise.resolve();
    const begun = run(job).finally(() => running.delete(job.name));
    running.set(job.name, begun);
    return begun;
  };

  return {
    start: () => {
      tasks = jobs.map((job) => schedule(job.poke, () => poke(job), pokeOptions(parts, job)));
      for (const job of jobs) void poke(job);
    },
    stop: async () => {
      stopping = true;
      for (const task of tasks) await task.destroy();
      await Promise.all(running.values());
    },
  };
}

const pokeOptions = ({ zone, log }: JobParts, job: Job) => ({
  name: job.name,
  timezone: zone,
  noOverlap: true,
  logger: {
    info: () => undefined,
    debug: () => undefined,
    warn: () => log.warn("job.poke-missed", { job: job.name }),
    error: () => log.error("job.poke-failed", { job: job.name }),
  },
});
