import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { createTelegramChannel } from "#bot/telegram/channel.ts";
import { createVault } from "#db/vault.ts";
import { createIsAwaited } from "#src/compose/awaited.ts";
import { createKnows } from "#src/compose/overseas.ts";
import { NOTICE_VERSION } from "#src/domain/notice.ts";
import { type Invitation, invitePeople } from "#src/identify/invite.ts";
import { type City, openCity, TEST_KEY } from "../city.ts";
import { eventually } from "../eventually.ts";
import { silentLog } from "../silent-log.ts";
import { seen } from "../seen.ts";
import { aloneLeads } from "../stages/telegram-stage.ts";
import { type TelegramPerson, telegramPerson } from "./person.ts";
import { startTelegram, type TelegramServer } from "./server.ts";

const vault = createVault(TEST_KEY);

/** The district with Telegram beside the web chat. */
export type TelegramCity = {
  readonly city: City;
  readonly server: TelegramServer;
  /** Deputies of 羊昌镇, bound to the Telegram accounts 101, 102, 103 … */
  readonly enrol: (count: number) => Promise<readonly TelegramPerson[]>;
  /** Somebody of the cast, bound to a Telegram account of this id, in the first bot or another. */
  readonly bound: (id: number, name: string, bot?: TelegramServer) => Promise<TelegramPerson>;
  /** The same by following a deep link to the first bot, in place of typing the code. */
  readonly linked: (id: number, name: string) => Promise<TelegramPerson>;
  /** Does something and waits for all that is said to the person then. */
  readonly answerTo: (person: TelegramPerson, act: () => unknown) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * Opens it at a moment, with a bot that polls a Bot API of our own. Its people talk faster than anybody can: they are
 * answered at once, unless Telegram's `limits` are to be kept. `others` are further bots.
 */
export async function openTelegramCity(
  at: string,
  { limits = false, others = [] }: { limits?: boolean; others?: readonly TelegramServer[] } = {},
): Promise<TelegramCity> {
  const server = await startTelegram();
  const city: City = await openCity(at, undefined, (accept, { db, files }) =>
    [server, ...others].map(({ token, root }) => {
      const { pace = {}, ...channel } = createTelegramChannel({
        token,
        root,
        hears: { by: "polling", leadership: aloneLeads },
        accept,
        knows: createKnows(db),
        isAwaited: createIsAwaited(db),
        files,
        clock: () => city.now,
        random: () => 0,
        log: silentLog,
      });
      return limits ? { ...channel, pace } : channel;
    }),
  );
  return {
    city,
    server,
    enrol: (count) => enrol(city, server, count),
    bound: async (id, name, bot = server) => {
      const { typed = "" } = await invite(city, name);
      return greet(city, telegramPerson(bot, id), typed);
    },
    linked: async (id, name) => {
      const { link = "" } = await invite(city, name);
      return greet(city, telegramPerson(server, id), `/start ${link}`);
    },
    answerTo: (person, act) => answerTo(city, person, act),
    close: async () => {
      await city.close();
      await server.close();
    },
  };
}

async function enrol(city: City, server: TelegramServer, count: number): Promise<TelegramPerson[]> {
  const ids = Array.from({ length: count }, (_, index) => 101 + index);
  await city.database.db.execute(sql`
    with town as (select id from orgs where name = '羊昌镇'),
      born as (insert into people (name, kind) select '代表' || n, 'member'
        from unnest(${sql.param(ids)}::int[]) n returning id, name),
      elected as (insert into mandates (person_id, level, term, township_id, valid_from)
        select born.id, 'district', '第十八届', town.id, '2021-12-20' from born, town)
    insert into accounts (channel, bot, sender, conversation, person_id, notice_version)
    select 'telegram', '7000001', c, c, born.id, ${NOTICE_VERSION}
    from born cross join lateral (select 'telegram:7000001:' || substr(born.name, 3) as c) a`);
  return ids.map((id) => telegramPerson(server, id));
}

async function greet(city: City, person: TelegramPerson, code: string): Promise<TelegramPerson> {
  await answerTo(city, person, () => person.says(code));
  return person;
}

async function invite(city: City, name: string): Promise<Partial<Invitation>> {
  const { db } = city.database;
  const [row] = await db.execute<{ id: string }>(sql`select id::text from people where name = ${name}`);
  const [code] = await db.transaction((tx) =>
    invitePeople(tx, vault, [Number(row?.id)], city.now, randomBytes),
  );
  return code ?? {};
}

async function answerTo(city: City, person: TelegramPerson, act: () => unknown): Promise<string> {
  const before = person.sees().length;
  act();
  await eventually(() => expect(person.sees().length).toBeGreaterThan(before));
  await seen(async () => ((await isQuiet(city)) ? true : undefined));
  return person
    .sees()
    .slice(before)
    .map((one) => one.text)
    .join("\n");
}

async function isQuiet({ database, now }: City): Promise<boolean> {
  const [row] = await database.db.execute<{ quiet: boolean }>(sql`
    select not exists (select 1 from outbox where status in ('new', 'sending')
      and due_at <= ${now.toISOString()}::timestamptz) as quiet`);
  return row?.quiet === true;
}
