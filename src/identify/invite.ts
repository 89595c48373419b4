import type { Tx } from "#db/client.ts";
import { deleteAccounts } from "#db/queries/accounts.ts";
import { closeConversations, listConversations } from "#db/queries/conversations.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertInvites, voidInvites } from "#db/queries/invites.ts";
import { endSessionsOf } from "#db/queries/sessions.ts";
import type { Vault } from "#db/vault.ts";
import { CODE_LETTERS, LINK_LENGTH, TYPED_LENGTH } from "#src/domain/access-code.ts";

const VALID_MS = 24 * 3_600_000;

/** A fresh invitation: a code to type and a longer one for a link. Neither is kept, only their keyed hashes. */
export type Invitation = { readonly personId: number; readonly typed: string; readonly link: string };

/** What a code is stored as. */
export const codeHash = (vault: Vault, code: string): string => vault.token(`access-code ${code}`);

/**
 * Invites people: each gets a code that works once within 24 hours; earlier ones stop working. `randomBytes` must be
 * a cryptographic source; a null actor is the operator.
 */
export async function invitePeople(
  tx: Tx,
  vault: Vault,
  people: readonly number[],
  now: Date,
  randomBytes: (size: number) => Buffer,
  actorId: number | null = null,
): Promise<Invitation[]> {
  const invitations = people.map((personId) => ({
    personId,
    typed: toTyped(randomBytes(TYPED_LENGTH)),
    link: randomBytes(16).toString("base64url").slice(0, LINK_LENGTH),
  }));
  const rows = invitations.map(({ personId, typed, link }) => ({
    personId,
    typedHash: codeHash(vault, typed),
    linkHash: codeHash(vault, link),
    expiresAt: new Date(now.getTime() + VALID_MS),
  }));
  await insertInvites(tx, rows, now);
  await note(tx, "account.invite", people, now, actorId);
  return invitations;
}

// 32 letters divide 256 evenly: no letter is likelier than another.
const toTyped = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");

/**
 * Takes people's accounts, sessions and open invitations away; returns how many accounts there were. Null stands for
 * the operator.
 */
export async function revokePeople(
  tx: Tx,
  people: readonly number[],
  now: Date,
  actorId: number | null = null,
): Promise<number> {
  await voidInvites(tx, people, now);
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
