import { createHash, randomBytes } from "node:crypto";
import type { Sessions } from "#bot/web/sessions.ts";
import type { Db, Tx } from "#db/client.ts";
import { insertSession, listOpenSessions } from "#db/queries/sessions.ts";
import type { Vault } from "#db/vault.ts";
import { findAccessCode } from "#src/domain/access-code.ts";
import { localDay } from "#src/domain/local-time.ts";
import type { Policy } from "#src/domain/policy.ts";
import type { RunningChannel } from "#src/domain/rules.ts";
import { sessionRules } from "#src/domain/session-rules.ts";
import { type BadNumber, isBadNumber } from "#src/identify/bad-number.ts";
import { enterByCode, proveAgain, type Proving } from "#src/identify/enter.ts";
import { leaveSession } from "#src/identify/leave-session.ts";
import { tellOwner } from "#src/identify/tell-owner.ts";
import { createAllowance } from "#src/kernel/allowance.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Log } from "#src/kernel/log.ts";
import { type Address, toAddress } from "#src/message/address.ts";
import { gather } from "#src/kernel/gather.ts";
import { tell } from "#src/outbox/tell.ts";

type Parts = {
  readonly db: Db;
  readonly vault: Vault;
  readonly log: Log;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly zone: string;
  readonly monotonic: () => number;
  /** Where people can be written to. */
  readonly running: readonly RunningChannel[];
  /** Called when something was written down that is to go out. */
  readonly wake: () => void;
};

const HOUR_MS = 3_600_000;

const DAY_SECONDS = 86_400;

/**
 * The web chat's sessions in the database: a cookie holds nothing but chance, and its hash is looked up with every
 * request, so that a session that was ended anywhere is ended everywhere.
 */
export function createSessions(bot: string, parts: Parts): Sessions {
  const { db, vault, clock, policy, zone, monotonic } = parts;
  const { longest_days } = policy.sessions;
  const find = createFinder(parts);
  const open = async (tx: Tx, conversation: Address, factorAt: Date | null = null): Promise<string> => {
    const now = clock();
    const token = randomBytes(32).toString("base64url");
    const expiresAt = later(now, longest_days);
    await insertSession(tx, { tokenHash: hashOf(token), conversation, expiresAt, factorAt }, now);
    return token;
  };
  const guests = createAllowance({ most: policy.limits.guests_per_hour, perMs: HOUR_MS }, monotonic);
  const originOf = (ip: string): string => vault.fingerprint(`origin ${addressBlock(ip)}`);
  const newConversation = (): Address => toAddress("web", bot, randomBytes(16).toString("base64url"));
  return {
    longestSeconds: longest_days * DAY_SECONDS,
    open: async (ip) => {
      if (guests.take(addressBlock(ip)) !== "taken") return undefined;
      return db.transaction((tx) => open(tx, newConversation()));
    },
    find: (token) => find(hashOf(token)),
    end: (token) => db.transaction((tx) => leaveSession(tx, hashOf(token), clock())),
    prove: ({ token, given, ip }) => prove(parts, { tokenHash: hashOf(token), given, origin: originOf(ip) }),
    enter: async ({ code, given, ip }) => {
      const conversation = newConversation();
      const account = { channel: "web", bot, sender: conversation, conversation, origin: originOf(ip) };
      const now = clock();
      const shown = { code: findAccessCode(code) ?? "", given };
      const rules = { policy, now, today: localDay(now, zone) };
      return telling(parts, async (tx, tellBad) => {
        const entered = await tellBad(await enterByCode(tx, parts, account, shown, rules));
        if (typeof entered === "string" || "factor" in entered) return entered;
        const { outcome, factorAt, factorBy } = entered;
        const session = { token: await open(tx, conversation, factorAt), name: outcome.name };
        return factorBy === undefined ? session : { ...session, factorBy: localDay(factorBy, zone) };
      });
    },
  };
}

async function prove(parts: Parts, proving: Proving): Promise<boolean> {
  const proven = await telling(parts, async (tx, tellBad) =>
    tellBad(await proveAgain(tx, parts, proving, parts.clock())),
  );
  return proven === "passed";
}

/** Leaves everything as it is but a bad number: its owner is told of it where he is to hear. */
type TellBad = <T>(checked: T | BadNumber) => Promise<T | "bad-factor">;

/** Does work in a transaction, and calls what sends only once there is something to see for it: after the commit. */
async function telling<R>(parts: Parts, work: (tx: Tx, tellBad: TellBad) => Promise<R>): Promise<R> {
  const { db, vault, clock, zone, policy, running: channels, wake } = parts;
  let told = 0;
  const done = await db.transaction((tx) =>
    work(tx, async (checked) => {
      if (!isBadNumber(checked)) return checked;
      const now = clock();
      const world = { now, today: localDay(now, zone), zone, policy, channels };
      told += await tell(tx, vault, await tellOwner(tx, checked, world), world);
      return "bad-factor";
    }),
  );
  if (told > 0) wake();
  return done;
}

const later = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_SECONDS * 1_000);

// Requests of the same moment share one look.
const createFinder = ({ db, clock, policy, zone }: Parts) =>
  gather<string, Address | undefined>(async (hashes) => {
    const now = clock();
    const rules = sessionRules(policy, now, localDay(now, zone));
    const open = await db.transaction((tx) => listOpenSessions(tx, hashes, now, rules));
    return (hash) => open.get(hash);
  });

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** The neighbourhood of an address, in which one household or attacker sits: /24 of IPv4, /48 of IPv6. */
export const addressBlock = (ip: string): string =>
  ip.includes(".")
    ? ip.replace(/^.*:/u, "").split(".").slice(0, 3).join(".")
    : ip.split(":").slice(0, 3).join(":");
