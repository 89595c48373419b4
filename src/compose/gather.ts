type Waiting<In, A> = {
  readonly one: In;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Asks one question, or writes one commit, for everybody who wants the same kind of thing at the same time: who comes
 * while one is under way shares the next. `ask` gets what they brought and resolves with what each is answered.
 */
export function gather<In, A>(ask: (all: readonly In[]) => Promise<(one: In) => A>): (one: In) => Promise<A> {
  let waiting: Waiting<In, A>[] = [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const answer = await ask(batch.map(({ one }) => one));
        for (const { one, resolve } of batch) resolve(answer(one));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (!busy) void work();
    });
}
