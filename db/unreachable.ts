import { Fault } from "#src/kernel/fault.ts";
import { isTransient } from "./client.ts";

/**
 * Rethrows an error of the database. One that has an end of its own (the server was away, restarting or out of room)
 * becomes the fault `database.unreachable`, so that those who cannot know the driver's errors do not take it for a fault
 * of what they wanted to store; every other error stays what it was.
 */
export function throwUnreachable(error: unknown): never {
  if (error instanceof Fault || !isTransient(error)) throw error;
  // The driver's own error, which says what happened, stays the next in the chain.
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  throw new Fault(
    "database.unreachable",
    "The database does not answer: check that PostgreSQL runs and has room.",
    { cause },
  );
}
