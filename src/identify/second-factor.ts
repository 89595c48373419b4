import { randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { findFactor, holdsRole, type KeptFactor, offerFactor, takeStep } from "#db/queries/second-factors.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { Day } from "#src/domain/day.ts";
import type { Policy } from "#src/domain/policy.ts";
import { totpAddress, findStep, toBase32 } from "./totp.ts";
import { type BadNumber, checkedBadNumber, WRONG } from "./bad-number.ts";
import { type BindParts, MOST_NUMBERS, tryOnce } from "./tries.ts";

/** Bytes of a secret: what RFC 4226 recommends. */
const SECRET_BYTES = 20;
const ISSUER = "履职助手";

/** What is wanted besides a code: the number of the authenticator, or first an authenticator. */
export type FactorWish =
  | { readonly factor: "number" }
  | { readonly factor: "set-up"; readonly secret: string; readonly address: string };

/** Whose authenticator is asked about, the number that was given, and where that came from. */
export type FactorTry = {
  readonly person: { readonly personId: number; readonly name: string };
  readonly given: string | undefined;
  readonly origin: string | null;
};

/** The rules and the moment. */
export type FactorRules = { readonly policy: Policy; readonly now: Date; readonly today: Day };

/**
 * Whether somebody may come in at the web chat with a code alone, or what he shows besides (ASVS 6.3.3). Whoever has an
 * authenticator is always asked for its number; whoever needs one by the policy and has none has some days from his
 * first entrance on, and then gets a fresh secret, which counts once a number of it came; whoever wants one himself gets
 * it at once; within these days it is said when they end. Wrong numbers are counted and slowed down like wrong codes.
 */
export async function passFactor(
  tx: Tx,
  parts: BindParts,
  { person, given, origin }: FactorTry,
  { policy, now, today }: FactorRules,
): Promise<"not-needed" | { readonly by: Date } | "passed" | BadNumber | FactorWish> {
  const { personId } = person;
  const kept = await findFactor(tx, personId);
  if (kept?.confirmed !== true && kept?.wanted !== true) {
    if (!(await isDue(tx, personId, policy, today))) return "not-needed";
    const by = factorBy(kept?.since ?? now, policy);
    if (given === undefined && now < by) {
      if (kept === undefined) await offer(tx, parts, person, now);
      return { by };
    }
  }
  if (given === undefined || kept === undefined)
    return kept?.confirmed === true ? { factor: "number" } : offer(tx, parts, person, now);
  return checkNumber(tx, parts, { person, kept, given, origin }, now);
}

/**
 * Whether somebody whom a code is for may be bound where no authenticator can be set up: whoever has one shows its number,
 * all others need none there.
 */
export async function passKeptFactor(
  tx: Tx,
  parts: BindParts,
  { person, given, origin }: FactorTry,
  now: Date,
): Promise<"passed" | "number-wanted" | BadNumber> {
  const kept = await findFactor(tx, person.personId);
  if (kept?.confirmed !== true) return "passed";
  return given === undefined ? "number-wanted" : checkNumber(tx, parts, { person, kept, given, origin }, now);
}

const DAY_MS = 86_400_000;

/** Until when whoever needs an authenticator may do without, who needed it first at `since`. */
export const factorBy = (since: Date, { second_factor: { set_up_days } }: Policy): Date =>
  new Date(since.getTime() + set_up_days * DAY_MS);

/** Takes a number of somebody's authenticator that was set up before; a bad one where there is none. */
export async function takeNumber(
  tx: Tx,
  parts: BindParts,
  shown: FactorTry & { readonly given: string },
  now: Date,
): Promise<"passed" | BadNumber> {
  const kept = await findFactor(tx, shown.person.personId);
  return kept?.confirmed === true ? checkNumber(tx, parts, { ...shown, kept }, now) : WRONG;
}

const isDue = async (
  tx: Tx,
  personId: number,
  { second_factor: { for: whom } }: Policy,
  today: Day,
): Promise<boolean> => whom === "all" || (whom === "staff" && (await holdsRole(tx, personId, today)));

async function offer(
  tx: Tx,
  { vault }: BindParts,
  { personId, name }: FactorTry["person"],
  now: Date,
): Promise<FactorWish> {
  const secret = randomBytes(SECRET_BYTES);
  await offerFactor(tx, personId, vault.sealBytes(secret), now);
  return { factor: "set-up", secret: toBase32(secret), address: totpAddress(ISSUER, name, secret) };
}

type Given = Omit<FactorTry, "given"> & { readonly kept: KeptFactor; readonly given: string };

async function checkNumber(
  tx: Tx,
  parts: BindParts,
  { person: { personId }, kept, given, origin }: Given,
  now: Date,
): Promise<"passed" | BadNumber> {
  const who = { sender: `factor:${personId}`, origin };
  const secret = parts.vault.openBytes(kept.secret);
  const attempt = async (): Promise<number | undefined> => {
    const found = findStep(secret, given, now, kept.lastStep);
    return found !== undefined && (await takeStep(tx, personId, found, now)) ? found : undefined;
  };
  const tried = await tryOnce(tx, parts.log, who, now, attempt, MOST_NUMBERS);
  if ("failed" in tried) return checkedBadNumber(tx, parts.log, { personId, ...who, ...tried }, now);
  const line = { at: now, actorId: personId, subject: "person", subjectId: personId };
  if (!kept.confirmed) await insertAudit(tx, [{ ...line, action: "factor.set-up" }]);
  return "passed";
}
