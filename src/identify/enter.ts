import type { Tx } from "#db/client.ts";
import { findSessionOwner, markProven } from "#db/queries/sessions.ts";
import type { AccountOutcome } from "#src/domain/requests/account.ts";
import { type BoundAccount, type Shown, takeAccount, toTrier } from "./bind.ts";
import { type BadNumber, WRONG } from "./bad-number.ts";
import { leaveSession } from "./leave-session.ts";
import { type FactorRules, type FactorWish, passFactor, takeNumber } from "./second-factor.ts";
import { type BindParts, tryCode } from "./tries.ts";

/** Who came in, and when he showed a second factor. */
export type Entered = {
  readonly outcome: Extract<AccountOutcome, { of: "account.bind" }>;
  readonly factorAt: Date | null;
  /** Until when an authenticator is to be set up; missing where none is needed, or there is one. */
  readonly factorBy?: Date;
};

/**
 * Lets somebody in at the web chat, by a code and, where it is wanted, the number of his authenticator. The code is used
 * up when he is in and not before: while the number is still wanted it may be shown again.
 */
export async function enterByCode(
  tx: Tx,
  parts: BindParts,
  account: BoundAccount,
  { code, given }: Shown,
  rules: FactorRules,
): Promise<Entered | FactorWish | "bad-code" | BadNumber> {
  const who = toTrier(account);
  const invite = await tryCode(tx, parts, who, code, rules.now);
  if (invite === undefined) return "bad-code";
  const shown = { person: invite, given, origin: who.origin };
  const passed = await passFactor(tx, parts, shown, rules);
  if (typeof passed === "object" && !("by" in passed)) return passed;
  const { outcome } = await takeAccount(tx, account, invite, rules.now);
  const entered = { outcome, factorAt: passed === "passed" ? rules.now : null };
  return typeof passed === "object" ? { ...entered, factorBy: passed.by } : entered;
}

/** A session by its cookie's hash, the number shown in it, and where that came from. */
export type Proving = { readonly tokenHash: string; readonly given: string; readonly origin: string };

/**
 * Takes the number of an authenticator in a session that is open already, so that what is grave may follow; a bad one for
 * a wrong one, for who tried too often, and for who has none: it is set up at the entrance only (ASVS 7.5.1). A session
 * in which they are tried all day is ended.
 */
export async function proveAgain(
  tx: Tx,
  parts: BindParts,
  { tokenHash, given, origin }: Proving,
  now: Date,
): Promise<"passed" | BadNumber> {
  const person = await findSessionOwner(tx, tokenHash);
  const taken = person === undefined ? WRONG : await takeNumber(tx, parts, { person, given, origin }, now);
  if (taken === "passed") await markProven(tx, tokenHash, now);
  else if (taken.guessed?.shut === true) await leaveSession(tx, tokenHash, now);
  return taken;
}
