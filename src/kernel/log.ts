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

/** An error as facts: its class, its code if it has one, and where it was thrown; not its message, which may quote data. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const at = error.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();
  return { error: error.name, code, at };
}
