import type { Bench } from "./bench.ts";
import { judge, type KillOptions, runKill } from "./kill/run.ts";

type Channel = KillOptions["channel"];
const CHANNELS = ["telegram-polling", "telegram-webhook"] as const;

function channelOf(name: string | undefined): Channel {
  const found = CHANNELS.find((one) => one === name);
  if (name !== undefined && found === undefined)
    throw new Error(`--channel is one of ${CHANNELS.join(", ")}`);
  return found;
}

// Telegram takes 30 messages a second and one a second in a chat.
const USUAL = { messages: 5_000, rate: 200, deputies: 400 };
const USUAL_TELEGRAM = { messages: 600, rate: 15, deputies: 100 };

/**
 * `--channel telegram-polling` or `telegram-webhook` goes over a Bot API, with a plain bot of the library's first page
 * beside it; `--processes 2` runs two services on one database, kills them in turn and freezes one for 12 s;
 * `--restart-postgres` ends the database in the middle, at once and without a checkpoint.
 */
export const bench: Bench = {
  name: "kill",
  summary:
    "records lost or doubled, replies missing or repeated, while the service is killed every second or two",
  run: async (options, progress) => {
    const channel = channelOf(options.get("channel"));
    const usual = channel === undefined ? USUAL : USUAL_TELEGRAM;
    const number = (name: string, otherwise: number): number => Number(options.get(name) ?? otherwise);
    const figures = await runKill(
      {
        messages: number("messages", usual.messages),
        perSecond: number("rate", usual.rate),
        deputies: number("deputies", usual.deputies),
        kills: number("kills", 20),
        processes: options.get("processes") === "2" ? 2 : 1,
        restartPostgres: options.has("restart-postgres"),
        ...(channel === undefined ? {} : { channel, besidePlain: true }),
      },
      progress,
    );
    judge(figures);
    return figures;
  },
};
