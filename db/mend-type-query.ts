import type { Sql } from "postgres";

const noop = (): void => undefined;

// The shape of the driver's query: it is a promise, and keeps the words that it asks.
type Then = (this: object, resolved?: unknown, rejected?: unknown) => unknown;

/**
 * postgres.js 3.4.9 asks each new connection for the types of arrays, in the name of nobody: a server that is gone in
 * that moment leaves a rejection which ends the process. Whoever wanted the connection hears of the loss in any case,
 * so that here the driver's own question goes unheard. Once for all clients, whose queries are of one class.
 */
export function mendTypeQuery(client: Sql): Sql {
  // A query that nobody waits for is never asked.
  const queries: unknown = Object.getPrototypeOf(client.unsafe("select"));
  if (typeof queries !== "object" || queries === null || mended.has(queries)) return client;
  mended.add(queries);
  const then: unknown = Reflect.get(queries, "then");
  if (typeof then !== "function") throw new TypeError("a query of the driver is no promise any more");
  const heard: Then = function (resolved, rejected) {
    return Reflect.apply(then, this, [resolved, isTypeQuery(this) ? noop : rejected]);
  };
  Reflect.set(queries, "then", heard);
  return client;
}

const mended = new WeakSet<object>();

function isTypeQuery(query: object): boolean {
  const words: unknown = Reflect.get(query, "strings");
  return Array.isArray(words) && String(words[0]).includes("select b.oid, b.typarray");
}
