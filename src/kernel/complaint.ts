import { Fault } from "./fault.ts";
import { errorFacts, framesOf } from "./log.ts";

/**
 * What an operator is told when a program ends over an error: a fault's own sentence; of anything else what it was
 * and where, but not its message, which may quote rows and parameters.
 */
export function toComplaint(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const { error: name, code } = errorFacts(error);
  const where = error instanceof Error ? framesOf(error) : [];
  const head = `Unexpected ${[name, code].filter((one) => one !== undefined).join(" ")}: please report it with these lines.`;
  return [head, ...where.map((frame) => `    ${frame}`)].join("\n");
}
