import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { webRoutes } from "#bot/web/routes.ts";
import { createVault } from "#db/vault.ts";
import { createFileStore } from "#src/compose/files.ts";
import { createMailbox } from "#src/compose/mailbox.ts";
import { createSessions } from "#src/compose/sessions.ts";
import { createServer } from "#src/http/server.ts";
import { invitePeople } from "#src/identify/invite.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { Log, LogFacts } from "#src/kernel/log.ts";
import { authenticator, enterWith } from "./authenticator.ts";
import { type City, TEST_KEY } from "./city.ts";
import { readPolicy } from "./policy.ts";

/** The real service's web server over a district, where people come with sessions, and what it logged. */
export type SessionHouse = {
  readonly url: string;
  readonly logged: readonly (LogFacts & { readonly event: string })[];
  /** How much to send there was to see for others, each time the house woke what sends. */
  readonly woken: readonly Promise<number>[];
  /** A one-time code for somebody of the cast. */
  readonly invite: (name: string) => Promise<string>;
  /** The cookie of a session that a code opened, with an authenticator where one is wanted. */
  readonly enter: (name: string) => Promise<string>;
  /** What the authenticator of somebody who entered shows now. */
  readonly number: (name: string) => string;
  readonly close: () => Promise<void>;
};

/** How the house is run; what is said of the second factor and of sessions stands in place of the policy's own. */
export type SessionSettings = {
  readonly factor?: Partial<Policy["second_factor"]>;
  readonly sessions?: Partial<Policy["sessions"]>;
  readonly https?: boolean;
  readonly trustProxy?: boolean;
  readonly publicUrl?: string;
};

/** The rules of such a house: without a word on it an authenticator is wanted at once. */
export function toPolicy({ factor, sessions }: SessionSettings): Policy {
  const policy = readPolicy();
  return {
    ...policy,
    second_factor: { ...policy.second_factor, set_up_days: 0, ...factor },
    sessions: { ...policy.sessions, ...sessions },
  };
}

/** Opens the server that people meet outside the demo; the messages go to the city's own service. */
export async function openSessionHouse(city: City, settings: SessionSettings = {}): Promise<SessionHouse> {
  const { db } = city.database;
  const vault = createVault(TEST_KEY);
  const clock = () => city.now;
  const logged: (LogFacts & { readonly event: string })[] = [];
  const woken: Promise<number>[] = [];
  const wake = (): void => {
    woken.push(countGuessed());
    city.service.tell("outbox");
  };
  const countGuessed = async (): Promise<number> => {
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int4 n from outbox where kind = 'account.numbers-guessed'`,
    );
    return row?.n ?? 0;
  };
  const write = (event: string, facts?: LogFacts): void => void logged.push({ event, ...facts });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const monotonic = () => performance.now();
  const server = await createServer({
    host: "127.0.0.1",
    port: 0,
    trustProxy: settings.trustProxy ?? false,
    localOnly: false,
    ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
    isTransient: () => false,
    log,
    routes: async (app) => {
      await app.register(webRoutes, {
        prefix: "/api/chat",
        bot: "demo",
        ...(settings.https === undefined ? {} : { https: settings.https }),
        sessions: createSessions("demo", {
          db,
          vault,
          log,
          clock,
          policy: toPolicy(settings),
          zone: "Asia/Shanghai",
          monotonic,
          running: [{ channel: "web", bot: "demo" }],
          wake,
        }),
        accept: city.service.accept,
        mailbox: createMailbox(db, vault, { clock, zone: "Asia/Shanghai" }, () => undefined),
        files: createFileStore(db, vault, { clock, zone: "Asia/Shanghai" }),
        clock,
      });
    },
  });
  const url = await server.listen();
  const invite = async (name: string): Promise<string> => {
    const [row] = await db.execute<{ id: string }>(sql`select id::text from people where name = ${name}`);
    const people = [Number(row?.id)];
    const [code] = await db.transaction((tx) => invitePeople(tx, vault, people, city.now, randomBytes));
    return code?.link ?? "";
  };
  const secrets = new Map<string, string>();
  const enter = async (name: string): Promise<string> =>
    (await enterWith(url, await invite(name), { now: city.now, name, secrets })).cookie ?? "";
  const number = (name: string): string => authenticator(secrets.get(name) ?? "", city.now);
  return { url, logged, woken, invite, enter, number, close: server.close };
}
