/**
 * Waits for all of them, also when one fails, then throws the first failure. Inside a transaction nothing may still
 * be under way when it is rolled back: a late statement would run outside it.
 */
export async function together<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(works);
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value;
  });
}
