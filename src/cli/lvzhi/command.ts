import type { Clock } from "#src/kernel/clock.ts";
import { createLog } from "#src/compose/log.ts";
import { readConfig } from "#src/compose/config.ts";
import { inWorkshop, type Workshop } from "#src/compose/workshop.ts";
import { Fault } from "#src/kernel/fault.ts";

/** What a command is given from outside. */
export type CommandContext = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly real: Clock;
  readonly print: (line: string) => void;
};

/** One command of the operator. It throws a Fault with one clear sentence where it cannot do what was asked. */
export type Command = {
  readonly usage: string;
  readonly does: string;
  readonly run: (words: readonly string[], context: CommandContext) => Promise<void>;
};

/** The operator asked for something that is not there. */
export const misused = (sentence: string): Fault => new Fault("command.misused", sentence);

/** Works on the service's own database. Only errors are logged: a command's answer is what it prints. */
export const withWorkshop = <T>(
  { environment, real }: CommandContext,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> => inWorkshop(readConfig(environment), real, createLog("error"), work);

/** The same for the command that changes the key, which it therefore cannot be asked for at the door. */
export const withKeylessWorkshop = <T>(
  { environment, real }: CommandContext,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> => inWorkshop(readConfig(environment), real, createLog("error"), work, "unchecked");
