import type { Sql } from "postgres";
import { codeOf } from "./away.ts";

/** The server that was reached is a copy, or was made one: it only reads. */
const READS_ONLY = "25006";

/**
 * A client that leaves all its connections for new ones as soon as a transaction or a call finds a server that only
 * reads: after a failover the new main server is elsewhere, and a pool would stay with the old one for good. What is
 * under way on the old connections has three seconds.
 */
export function renewable(open: () => Sql): Sql {
  let current = open();
  const watched = <T>(client: Sql, work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (codeOf(error) === READS_ONLY && current === client) {
        current = likewise(open(), client);
        void client.end({ timeout: 3 });
      }
      throw error;
    });
  return new Proxy(current, {
    apply: (_first, _self, parts) => Reflect.apply(current, undefined, parts),
    get: (_first, name) => {
      const client = current;
      const member: unknown = Reflect.get(client, name);
      if (typeof member !== "function" || !WATCHED.has(name)) return member;
      return (...parts: unknown[]): unknown => {
        const work: unknown = Reflect.apply(member, client, parts);
        return work instanceof Promise ? watched(client, work) : work;
      };
    },
  });
}

// A query of its own must not be waited for here: whoever asks it begins it.
const WATCHED = new Set<string | symbol>(["begin", "notify"]);

// drizzle has changed how the first one reads and writes dates.
function likewise(client: Sql, former: Sql): Sql {
  Object.assign(client.options.parsers, former.options.parsers);
  Object.assign(client.options.serializers, former.options.serializers);
  return client;
}
