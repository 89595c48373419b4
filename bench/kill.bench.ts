import type { Bench } from "./bench.ts";
import { judge, runKill } from "./kill/run.ts";

/**
 * `--processes 2` runs two services on one database, kills them in turn and freezes one for 12 s;
 * `--restart-postgres` ends the database in the middle, at once and without a checkpoint.
 */
export const bench: Bench = {
  name: "kill",
  summary:
    "records lost or doubled, replies missing or repeated, while the service is killed every second or two",
  run: async (options, progress) => {
    const number = (name: string, usual: number): number => Number(options.get(name) ?? usual);
    const figures = await runKill(
      {
        messages: number("messages", 5_000),
        perSecond: number("rate", 200),
        deputies: number("deputies", 400),
        kills: number("kills", 20),
        processes: options.get("processes") === "2" ? 2 : 1,
        restartPostgres: options.has("restart-postgres"),
      },
      progress,
    );
    progress(JSON.stringify(figures));
    judge(figures);
    return figures;
  },
};
