type Waiting<In, A> = {
  readonly one: In;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Asks one question, or writes one commit, for everybody who wants the same kind of thing at the same time: who comes
 * while one is under way shares the next, `most` at a time in the order in which they came. `ask` gets what they
 * brought and resolves with what each is answered. Where it fails all who asked hear of it; where one answer throws,
 * only that one does.
 */
export function gather<In, A>(
  ask: (all: readonly In[]) => Promise<(one: In) => A>,
  most = Number.POSITIVE_INFINITY,
): (one: In) => Promise<A> {
  let waiting: Waiting<In, A>[] = [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(ask, batch);
    }
    busy = false;
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (!busy) void work();
    });
}

async function settle<In, A>(
  ask: (all: readonly In[]) => Promise<(one: In) => A>,
  batch: readonly Waiting<In, A>[],
): Promise<void> {
  try {
    const answer = await ask(batch.map(({ one }) => one));
    for (const { one, resolve, reject } of batch) {
      try {
        resolve(answer(one));
      } catch (error) {
        reject(error);
      }
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
