/** Facts of an event: ids, counts and codes. Never a person's words, name, number or token. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes one event: a dotted name and its facts. */
export type Log = {
  /** For whoever looks for a fault: each round that did something, each run of a job. */
  readonly debug: (event: string, facts?: LogFacts) => void;
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly warn: (event: string, facts?: LogFacts) => void;
  readonly error: (event: string, facts?: LogFacts) => void;
};

/** An error as facts: its class, the code of it or of what caused it, and where we met it; not its message, which may quote data. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = framesOf(error);
  return { error: error.name, code: codeOf(error), at: frames.find(isOurs) ?? frames[0] };
}

const isOurs = (frame: string): boolean => !/node:|node_modules/u.test(frame);

// A database error comes wrapped in one that names the statement.
function codeOf(error: Error): string | undefined {
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : undefined;
}

const FRAME = /^at (?:.* \()?(?:file:\/\/|node:|\/)[^\s()]+:\d+:\d+\)?$/u;

/**
 * Where an error was thrown, innermost first. The message stands before the frames in what the engine gives, and may
 * itself hold lines that look like one: it is cut away first.
 */
export function framesOf({ message, stack = "" }: Error): string[] {
  const end = stack.indexOf(message);
  if (end < 0) return [];
  const lines = stack.slice(end + message.length).split("\n");
  return lines.map((line) => line.trim()).filter((line) => FRAME.test(line));
}
