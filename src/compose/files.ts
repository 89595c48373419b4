import { randomBytes } from "node:crypto";
import type { Db } from "#db/client.ts";
import { findAttachment, insertAttachment } from "#db/queries/attachments.ts";
import type { Vault } from "#db/vault.ts";
import { type Allowance, BOUNDLESS } from "#src/kernel/allowance.ts";
import type { FileStore } from "#src/message/file-store.ts";

/** Files of the web chat in the database, sealed. */
export const createFileStore = (db: Db, vault: Vault, allowance: Allowance = BOUNDLESS): FileStore => ({
  save: async (conversation, { name, type, bytes }) => {
    if (allowance.take(conversation) !== "taken") return "too-many";
    const id = randomBytes(16).toString("base64url");
    const size = bytes.length;
    const sealed = vault.sealBytes(bytes);
    await db.transaction((tx) => insertAttachment(tx, { id, conversation, name, type, size, bytes: sealed }));
    return { id, name, type, size };
  },
  find: async (id, reader) => {
    const row = await db.transaction((tx) => findAttachment(tx, id, reader));
    if (row === undefined) return undefined;
    const { name, type, size } = row;
    return { id, name, type, size, bytes: vault.openBytes(row.bytes) };
  },
});
