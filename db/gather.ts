import type { Tx } from "./client.ts";

type Caller<In, Out> = {
  readonly some: readonly In[];
  readonly resolve: (answers: Out[]) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Makes one statement out of many. What is asked with the same transaction in the same turn of the event loop goes to
 * the database together: conversations are written one by one, and a batch of them still does set work. `ask` answers
 * in the order of what it was given, one answer for each; if it fails, all who asked hear of it.
 */
export function gathered<In, Out>(
  ask: (tx: Tx, all: readonly In[]) => Promise<readonly Out[]>,
): (tx: Tx, some: readonly In[]) => Promise<Out[]> {
  const waiting = new WeakMap<Tx, Caller<In, Out>[]>();

  async function settle(tx: Tx, callers: readonly Caller<In, Out>[]): Promise<void> {
    try {
      const answers = await ask(
        tx,
        callers.flatMap((one) => one.some),
      );
      let from = 0;
      for (const { some, resolve } of callers) resolve(answers.slice(from, (from += some.length)));
    } catch (error) {
      for (const { reject } of callers) reject(error);
    }
  }

  return (tx, some) =>
    new Promise((resolve, reject) => {
      if (some.length === 0) return resolve([]);
      const callers = waiting.get(tx);
      if (callers !== undefined) return void callers.push({ some, resolve, reject });
      const first = [{ some, resolve, reject }];
      waiting.set(tx, first);
      setImmediate(() => {
        waiting.delete(tx);
        void settle(tx, first);
      });
    });
}
