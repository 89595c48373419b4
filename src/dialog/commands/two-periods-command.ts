import { audienceOf } from "../audience.ts";
import { askedAlone, findTwoPeriods } from "../two-periods.ts";
import { say } from "../turns.ts";
import type { Command } from "./command.ts";

/** True for a question that holds two stretches of time against each other: 一季度比二季度. */
export const isAboutTwoPeriods = (line: string): boolean => findTwoPeriods(line) !== undefined;

/** Says how each of two stretches is asked for: one figure of both would answer another question. */
export const twoPeriods: Command = (dialog, line, _said, facts) =>
  facts.speaker.kind === "member"
    ? say(dialog, {
        kind: "figures.apart",
        of: "periods",
        alone: (findTwoPeriods(line) ?? []).map((period) => askedAlone(line, period, facts)),
      })
    : say(dialog, { kind: "help.menu", audience: audienceOf(facts) });
