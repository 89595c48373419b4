import type { Tx } from "#db/client.ts";
import { deleteAccounts } from "#db/queries/accounts.ts";
import { closeConversations, listConversations } from "#db/queries/conversations.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertInvites, listOpenSelectors, type NewInvite, voidInvites } from "#db/queries/invites.ts";
import { endSessionsOf } from "#db/queries/sessions.ts";
import type { Vault } from "#db/vault.ts";
import { CODE_LETTERS, LINK_LENGTH, TYPED_LENGTH } from "#src/domain/access-code.ts";
import { inChunks } from "#src/domain/in-chunks.ts";
import { takeFactors } from "./take-factors.ts";
import { keepTyped, selectorOf } from "./typed-code.ts";

const VALID_MS = 24 * 3_600_000;
/** Between two statements of a transaction only so much is hashed: the database ends one that stands still for long. */
const HASHED_AT_ONCE = 20;

/** A fresh invitation: a code to type and a longer one for a link. Neither is kept, only their hashes. */
export type Invitation = { readonly personId: number; readonly typed: string; readonly link: string };

/** What a code of a link is stored as; a code to type was, too, by an earlier program. */
export const codeHash = (vault: Vault, code: string): string => vault.token(`access-code ${code}`);

/**
 * Invites people: each gets a code that works once within 24 hours; earlier ones stop working. Each takes some 25 ms of
 * hashing, several at once. `randomBytes` must be a cryptographic source; a null actor is the operator.
 */
export async function invitePeople(
  tx: Tx,
  vault: Vault,
  people: readonly number[],
  now: Date,
  randomBytes: (size: number) => Buffer,
  actorId: number | null = null,
): Promise<Invitation[]> {
  const taken = new Set(await listOpenSelectors(tx, now));
  const invitations = people.map((personId) => ({
    personId,
    typed: drawTyped(vault, taken, randomBytes),
    link: randomBytes(16).toString("base64url").slice(0, LINK_LENGTH),
  }));
  for (const some of inChunks(invitations, HASHED_AT_ONCE))
    await insertInvites(tx, await Promise.all(some.map((one) => toRow(vault, one, now))), now);
  await note(tx, "account.invite", people, now, actorId);
  return invitations;
}

async function toRow(vault: Vault, { personId, typed, link }: Invitation, now: Date): Promise<NewInvite> {
  const kept = await keepTyped(vault, typed);
  const expiresAt = new Date(now.getTime() + VALID_MS);
  return {
    personId,
    typedSelector: kept.selector,
    typedHash: kept.hash,
    linkHash: codeHash(vault, link),
    expiresAt,
  };
}

// A code that shares its selector with one that is open would hide it: another is drawn.
function drawTyped(vault: Vault, taken: Set<string>, random: (size: number) => Buffer): string {
  for (;;) {
    const typed = toTyped(random(TYPED_LENGTH));
    const selector = selectorOf(vault, typed);
    if (taken.has(selector)) continue;
    taken.add(selector);
    return typed;
  }
}

// 32 letters divide 256 evenly: no letter is likelier than another.
const toTyped = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");

/**
 * Takes people's accounts, sessions, open invitations and authenticators away; returns how many accounts there were.
 * Null stands for the operator.
 */
export async function revokePeople(
  tx: Tx,
  vault: Vault,
  people: readonly number[],
  now: Date,
  actorId: number | null = null,
): Promise<number> {
  await voidInvites(tx, people, now);
  await takeFactors(tx, vault, people);
  await closeConversations(tx, await listConversations(tx, people));
  const gone = await deleteAccounts(tx, people);
  await endSessionsOf(tx, gone, now);
  await note(tx, "account.revoke", people, now, actorId);
  return gone.length;
}

const note = (
  tx: Tx,
  action: string,
  people: readonly number[],
  at: Date,
  actorId: number | null,
): Promise<void> =>
  insertAudit(
    tx,
    people.map((subjectId) => ({ at, actorId, action, subject: "person", subjectId })),
  );
