import { pino } from "pino";
import type { Log } from "#src/kernel/log.ts";

/** Structured logs on standard error: one JSON line per event. Standard output keeps for the ready line. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
  return {
    debug: (event, facts) => logger.debug({ event, ...facts }),
    info: (event, facts) => logger.info({ event, ...facts }),
    warn: (event, facts) => logger.warn({ event, ...facts }),
    error: (event, facts) => logger.error({ event, ...facts }),
  };
}
