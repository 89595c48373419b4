import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { createVault, type Vault } from "#db/vault.ts";
import { CODE_LETTERS, TYPED_LENGTH } from "#src/domain/access-code.ts";
import { bindAccount } from "#src/identify/bind.ts";
import { invitePeople } from "#src/identify/invite.ts";
import { isKeptCode, selectorOf } from "#src/identify/typed-code.ts";
import type { Log } from "#src/kernel/log.ts";
import { silentLog } from "#test/support/silent-log.ts";
import type { Bench, Figures } from "./bench.ts";
import { openScratchDatabase, type ScratchDatabase } from "./scratch-database.ts";

const BATCH = 20_000;
const NOW = new Date("2026-09-16T09:00:00+08:00");

const guess = (): string =>
  Array.from(randomBytes(TYPED_LENGTH), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");

async function invite({ db }: ScratchDatabase, vault: Vault, count: number): Promise<readonly string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`insert into people (name) select 'p' || i from generate_series(1, ${count}::int4) i returning id::text`,
  );
  const ids = rows.map((row) => Number(row.id));
  const made = await db.transaction((tx) => invitePeople(tx, vault, ids, NOW, randomBytes));
  return made.map((one) => one.typed);
}

/**
 * Guesses past every limit, straight at what is kept: what an attacker could hit if nothing slowed him down. Where a
 * selector finds a row, the slow hash is worked out for it.
 */
async function countHits({ db }: ScratchDatabase, vault: Vault, guesses: number) {
  let [hits, hashed] = [0, 0];
  for (let made = 0; made < guesses; made += BATCH) {
    const codes = new Map<string, string>();
    for (let at = 0; at < Math.min(BATCH, guesses - made); at += 1) {
      const code = guess();
      codes.set(selectorOf(vault, code), code);
    }
    const found = await db.execute<{ selector: string; hash: string }>(
      sql`select typed_selector selector, typed_hash hash from invites
        where typed_selector = any(${sql.param([...codes.keys()])}::text[])`,
    );
    for (const { selector, hash } of found) {
      hashed += 1;
      if (await isKeptCode(vault, codes.get(selector) ?? "", hash)) hits += 1;
    }
  }
  return { hits, hashed };
}

/** Guesses through the door, each from a new sender and address block: what the limits let through. */
async function tryDoor(database: ScratchDatabase, vault: Vault, tries: number, codes: readonly string[]) {
  let alarms = 0;
  const note = (event: string): void => {
    if (event === "codes.guessing") alarms += 1;
  };
  const log: Log = { ...silentLog, error: note };
  const bind = (code: string, at: number) =>
    database.db.transaction((tx) =>
      bindAccount(
        tx,
        { vault, log },
        { channel: "web", bot: "main", sender: `s${at}`, conversation: `s${at}`, origin: `o${at}` },
        { code, given: undefined },
        NOW,
      ),
    );
  let bound = 0;
  for (let at = 0; at < tries; at += 1) if (typeof (await bind(guess(), at)) !== "string") bound += 1;
  const right = await bind(codes[0] ?? "", tries);
  return { bound, alarms, rightCodeDuringAttack: typeof right === "string" ? "refused" : "taken" };
}

async function run(options: ReadonlyMap<string, string>): Promise<Figures> {
  const guesses = Number(options.get("guesses") ?? 1_000_000);
  const invited = Number(options.get("invited") ?? 500);
  const database = await openScratchDatabase();
  try {
    const vault = createVault("a key for this bench only, long enough");
    const codes = await invite(database, vault, invited);
    const startedAt = performance.now();
    const { hits, hashed } = await countHits(database, vault, guesses);
    const seconds = (performance.now() - startedAt) / 1000;
    const doorTries = Number(options.get("door") ?? 2_000);
    const door = await tryDoor(database, vault, doorTries, codes);
    const [kept] = await database.db.execute<{ n: number }>(
      sql`select count(*)::int as n from code_attempts`,
    );
    if (hits + door.bound > 0) throw new Error("a guess hit");
    if (door.alarms === 0) throw new Error("nobody was alarmed");
    return {
      invited,
      guesses,
      hits,
      hashed,
      guessesPerSecond: Math.round(guesses / seconds),
      doorTries,
      doorBound: door.bound,
      alarms: door.alarms,
      attemptsKept: kept?.n ?? 0,
      rightCodeDuringAttack: door.rightCodeDuringAttack,
    };
  } finally {
    await database.drop();
  }
}

export const bench: Bench = {
  name: "codes",
  summary: "guesses at binding codes: hits, alarms, what the limits let through",
  run,
};
