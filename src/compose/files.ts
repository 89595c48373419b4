import { randomBytes } from "node:crypto";
import type { Db, Tx } from "#db/client.ts";
import { findAttachment, findKept, insertAttachment } from "#db/queries/attachments.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findShownFile } from "#db/queries/shown-files.ts";
import { throwUnreachable } from "#db/unreachable.ts";
import type { Vault } from "#db/vault.ts";
import { CARING_ROLES } from "#src/actions/rights.ts";
import { localDay } from "#src/domain/local-time.ts";
import { withoutPersonalData } from "#src/domain/personal-data/redact.ts";
import { type Allowance, BOUNDLESS } from "#src/kernel/allowance.ts";
import type { Clock } from "#src/kernel/clock.ts";
import type { Address } from "#src/message/address.ts";
import type { FileStore, StoredFile } from "#src/message/file-store.ts";

/** The district's own time. */
type LocalClock = { readonly clock: Clock; readonly zone: string };

/** Files of conversations in the database, sealed. Rejects with `database.unreachable` while it is away. What staff open of somebody else's is in the audit. */
export function createFileStore(
  db: Db,
  vault: Vault,
  time: LocalClock,
  allowance: Allowance = BOUNDLESS,
): FileStore {
  const find = async (tx: Tx, id: string, reader: Address): Promise<StoredFile | undefined> => {
    const at = time.clock();
    const standing = { roles: CARING_ROLES, today: localDay(at, time.zone) };
    const row = await findAttachment(tx, id, reader, standing);
    if (row === undefined) return undefined;
    const { name, type, size, reading } = row;
    if (reading !== null) {
      const { readerId: actorId, ...what } = reading;
      await insertAudit(tx, [{ at, actorId, action: "file.read", ...what }]);
    }
    return { id, name, type, size, bytes: vault.openBytes(row.bytes) };
  };
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(work).catch(throwUnreachable);
  const idOf = (owner: Address, key: string): string => vault.token(`file ${owner} ${key}`);
  return {
    save: async (conversation, { name: called, type, bytes }, key) => {
      if (allowance.take(conversation) !== "taken") return "too-many";
      const id = key === undefined ? randomBytes(16).toString("base64url") : idOf(conversation, key);
      // The name is kept in clear and shown to staff.
      const name = withoutPersonalData(called);
      const size = bytes.length;
      const sealed = vault.sealBytes(bytes);
      const row = { id, conversation, name, type, size, bytes: sealed };
      await inTx((tx) => insertAttachment(tx, row)).catch((error: unknown) => {
        // It will be tried again, and is one file all the same.
        allowance.giveBack(conversation);
        throw error;
      });
      return { id, name, type, size };
    },
    kept: (owner, key) => inTx((tx) => findKept(tx, idOf(owner, key), owner)),
    find: (id, reader) => inTx((tx) => find(tx, id, reader)),
    show: (id, reader) =>
      inTx(async (tx) => (await find(tx, id, reader)) ?? (await findFiled(tx, vault, id, reader, time))),
  };
}

async function findFiled(
  tx: Tx,
  vault: Vault,
  id: string,
  conversation: Address,
  { clock, zone }: LocalClock,
): Promise<StoredFile | undefined> {
  const at = clock();
  const whose = { roles: CARING_ROLES, today: localDay(at, zone) };
  const found = await findShownFile(tx, id, conversation, whose);
  if (found === undefined) return undefined;
  const { name, type, size, bytes, reader: actorId, own, subject, subjectId } = found;
  if (!own) await insertAudit(tx, [{ at, actorId, action: "file.read", subject, subjectId }]);
  return { id, name, type, size, bytes: vault.openBytes(bytes) };
}
