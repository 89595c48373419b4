import type { Tx } from "#db/client.ts";
import { findProof } from "#db/queries/sessions.ts";
import type { Facts } from "#src/domain/facts.ts";
import type { AccountRefusal } from "#src/domain/requests/account.ts";
import type { RequestName } from "#src/domain/request.ts";

/** What shows other people's data whole or takes it out of the program, and what lets people in or out. */
const GRAVE: ReadonlySet<RequestName> = new Set([
  "contact.read",
  "data.corrections",
  "export.make",
  "export.absences",
  "export.missing",
  "export.opinions",
  "account.find",
  "account.choose",
  "account.invite",
  "account.revoke",
] as const);

const MINUTE_MS = 60_000;

/**
 * Whether somebody at the web chat must show a factor again before what he asks for, or undefined where he need not: a
 * session may lie open on a desk. Whoever has an authenticator shows its number for what is grave. To end his other
 * sessions everybody shows a factor (ASVS 7.5.2): the number, or the code with which he has just come in. Networks vouch
 * for each message themselves, and the demo has no sessions.
 */
export async function findUnproven(
  tx: Tx,
  request: RequestName,
  { account, now, policy }: Facts,
): Promise<Extract<AccountRefusal, "account-factor-stale" | "account-code-stale"> | undefined> {
  const endsOthers = request === "account.leave-others";
  if (!endsOthers && !GRAVE.has(request)) return undefined;
  const proof = await findProof(tx, account.conversation);
  if (proof === undefined) return undefined;
  const age = now.getTime() - proof.at.getTime();
  if (age < policy.second_factor.fresh_minutes * MINUTE_MS) return undefined;
  if (proof.byNumber) return "account-factor-stale";
  return endsOthers ? "account-code-stale" : undefined;
}
