/** A transaction as the driver runs it. */
type Life = {
  /** Its connection has ended, or the work is done: nothing may be asked in its name any more. */
  over: boolean;
  /** Statements that the server has not answered yet. */
  asked: number;
  /** When the server answered last, on the clock of `performance.now()`. */
  heardAt: number;
  /** Tells whoever began it that it has failed. */
  readonly fail: (error: unknown) => void;
};

/**
 * Puts right what postgres.js 3.4.9 does not do by itself:
 *
 * - drizzle never lets it prepare statements, which costs a third to a half of the speed: here every query of the
 *   client and of its transactions is prepared.
 * - When a connection ends in a transaction, it writes ROLLBACK to a socket that is gone, which ends the process; and
 *   what the transaction asks afterwards is run on whatever that connection is by then, outside of it or inside
 *   somebody else's. Here a transaction that has lost its connection asks nothing more and ends with the loss.
 *
 * `longestIdleMs` is when the server ends a transaction that asks nothing.
 */
export function mendDriver<T extends object>(client: T, longestIdleMs: number, life?: Life): T {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      const call = (parts: readonly unknown[]): unknown => Reflect.apply(member, target, parts);
      if (name === "unsafe")
        return (query: string, parameters?: unknown[], options?: object): unknown =>
          watched(() => call([query, parameters, { ...options, prepare: true }]), longestIdleMs, life);
      if (name === "begin") return (...parts: unknown[]): unknown => begin(call, parts, longestIdleMs);
      if (name === "savepoint" && life !== undefined)
        return (...parts: unknown[]): unknown => call(wrapLast(parts, longestIdleMs, life));
      return member;
    },
  });
}

function begin(
  call: (parts: readonly unknown[]) => unknown,
  parts: readonly unknown[],
  longestIdleMs: number,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const life: Life = { over: false, asked: 0, heardAt: performance.now(), fail: reject };
    Promise.resolve(call(wrapLast(parts, longestIdleMs, life)))
      .then(resolve, reject)
      .finally(() => (life.over = true));
  });
}

function wrapLast(parts: readonly unknown[], longestIdleMs: number, life: Life): unknown[] {
  return parts.map((part, index) =>
    index === parts.length - 1 && typeof part === "function"
      ? (inner: object): unknown => {
          life.heardAt = performance.now();
          return whileItLasts(life, Reflect.apply(part, undefined, [mendDriver(inner, longestIdleMs, life)]));
        }
      : part,
  );
}

// The driver answers the end of the work with COMMIT or ROLLBACK: where there is no transaction any more, it must not
// hear of that end. Whoever began it has heard of the loss.
const whileItLasts = (life: Life, work: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    Promise.resolve(work).then(
      (result) => (life.over ? undefined : resolve(result)),
      (error: unknown) => (life.over ? undefined : reject(error)),
    );
  });

function watched(ask: () => unknown, longestIdleMs: number, life: Life | undefined): unknown {
  if (life === undefined) return ask();
  if (!life.over && life.asked === 0 && performance.now() - life.heardAt > longestIdleMs)
    lose(life, connectionLost());
  if (life.over) throw connectionLost();
  const asked = ask();
  if (!(asked instanceof Promise)) return asked;
  life.asked += 1;
  const heard = (): void => {
    life.asked -= 1;
    life.heardAt = performance.now();
  };
  asked.then(heard, (error: unknown) => {
    heard();
    if (isLoss(error)) lose(life, error);
  });
  return asked;
}

function lose(life: Life, error: unknown): void {
  life.over = true;
  life.fail(error);
}

const LOST = new Set(["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "ECONNRESET", "EPIPE"]);

// Or the server's last words before it hangs up.
const isLoss = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && typeof error.code === "string" && LOST.has(error.code)) ||
    ("severity" in error && (error.severity === "FATAL" || error.severity === "PANIC")));

const connectionLost = (): Error =>
  Object.assign(new Error("the transaction has lost its connection"), { code: "CONNECTION_CLOSED" });
