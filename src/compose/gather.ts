type Waiting<A> = {
  readonly key: string;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Asks one question for everybody who wants to know something at the same time: who comes while one is under way
 * shares the next. `ask` gets keys and resolves with what each is answered.
 */
export function gather<A>(
  ask: (keys: readonly string[]) => Promise<(key: string) => A>,
): (key: string) => Promise<A> {
  let waiting: Waiting<A>[] = [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const answer = await ask(batch.map((one) => one.key));
        for (const { key, resolve } of batch) resolve(answer(key));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (!busy) void work();
    });
}
